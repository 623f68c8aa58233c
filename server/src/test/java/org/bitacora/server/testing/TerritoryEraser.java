package org.bitacora.server.testing;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.stream.StreamSupport;

/** Deletes a territory completely: its log and everything derived from it. */
public final class TerritoryEraser {

    private static final List<String> FIRST = List.of("private_data", "log", "head", "checkpoint");

    private final Pool pool;

    /** Creates an eraser for the database of a pool. */
    public TerritoryEraser(Pool pool) {
        this.pool = pool;
    }

    /** Deletes a territory. */
    public void erase(String territory) {
        query("alter table log disable trigger log_is_immutable");
        FIRST.forEach(table -> deleteRows(table, "territory", territory));
        query("alter table log enable trigger log_is_immutable");
        tables().stream().filter(it -> !FIRST.contains(it)).forEach(table -> deleteRows(table, "territory", territory));
        deleteRows("territory", "code", territory);
    }

    private List<String> tables() {
        var rows = query("""
                select c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and c.column_name = 'territory' and t.table_type = 'BASE TABLE'""");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }

    private void deleteRows(String table, String column, String territory) {
        query("delete from " + table + " where " + column + " = '" + territory + "'");
    }

    private RowSet<Row> query(String sql) {
        return pool.query(sql)
                .execute()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
