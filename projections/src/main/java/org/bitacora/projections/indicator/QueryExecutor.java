package org.bitacora.projections.indicator;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import org.bitacora.eventlog.postgres.CallerContext;

/** Runs SQL queries and emits the result on the caller's Vert.x context. */
public final class QueryExecutor {

    private QueryExecutor() {}

    public static Uni<RowSet<Row>> run(Pool pool, String sql, Tuple values) {
        return CallerContext.emitOnCallerContext(
                () -> UniHelper.toUni(pool.preparedQuery(sql).execute(values)));
    }
}
