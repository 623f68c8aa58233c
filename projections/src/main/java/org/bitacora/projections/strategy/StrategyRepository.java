package org.bitacora.projections.strategy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.eventlog.postgres.CallerContext;

/** Reads the strategies of territories, as of any position of their logs. */
public final class StrategyRepository {

    private static final String COLUMNS =
            "select territory, strategy, known_from, recorded_at, document from strategy_version ";

    private static final String KNOWN = COLUMNS + """
            where territory = $1 and known_from <= $2 and (known_to is null or known_to > $2) order by strategy""";

    private static final String ONE = COLUMNS + """
            where territory = $1 and strategy = $2 and known_from <= $3 order by known_from desc limit 1""";

    private static final String VERSIONS = COLUMNS + """
            where territory = $1 and strategy = $2 and known_from <= $3 order by known_from""";

    private final Pool pool;

    /** Creates a repository over the tables that the pool's connections see. */
    public StrategyRepository(Pool pool) {
        this.pool = pool;
    }

    /** Returns all strategies of a territory as of a position, ordered by code. */
    public Uni<List<StrategyVersion>> known(String territory, long position) {
        return read(KNOWN, Tuple.of(territory, position));
    }

    /** Returns a strategy as of a position; empty if it had no events then. */
    public Uni<Optional<StrategyVersion>> find(String territory, String strategy, long position) {
        return read(ONE, Tuple.of(territory, strategy, position))
                .map(found -> found.stream().findFirst());
    }

    /** Returns all versions of a strategy up to a position, oldest first. */
    public Uni<List<StrategyVersion>> versions(String territory, String strategy, long position) {
        return read(VERSIONS, Tuple.of(territory, strategy, position));
    }

    private Uni<List<StrategyVersion>> read(String sql, Tuple parameters) {
        return CallerContext.emitOnCallerContext(
                        () -> UniHelper.toUni(pool.preparedQuery(sql).execute(parameters)))
                .map(rows -> {
                    var versions = new ArrayList<StrategyVersion>();
                    rows.forEach(row -> versions.add(version(row)));
                    return versions;
                });
    }

    private static StrategyVersion version(Row row) {
        var document =
                JsonReader.parseStored(row.getString("document")) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        return new StrategyVersion(
                row.getString("territory"),
                row.getString("strategy"),
                row.getLong("known_from"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                StrategyDocument.of(document));
    }
}
