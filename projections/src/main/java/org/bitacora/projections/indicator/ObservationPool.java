package org.bitacora.projections.indicator;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.bitacora.eventlog.postgres.GenericPlanPool;

/**
 * Connections for figures. Their statements are long and come again and again with other values, so each connection keeps
 * them prepared; and to plan one takes as long as to run it, so each is {@link GenericPlanPool}.
 */
public final class ObservationPool {

    private static final int STATEMENTS = 100;
    private static final int LONGEST = 20_000;

    private ObservationPool() {}

    /** A pool of that many connections; closed by its caller. */
    public static Pool create(Vertx vertx, String uri, String user, String password, int size) {
        var options = GenericPlanPool.options(uri, user, password, "bitacora-figures")
                .setPreparedStatementCacheMaxSize(STATEMENTS)
                .setPreparedStatementCacheSqlLimit(LONGEST)
                .addProperty("default_transaction_read_only", "on");
        return GenericPlanPool.create(vertx, options, size);
    }
}
