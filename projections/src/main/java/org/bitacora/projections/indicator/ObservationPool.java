package org.bitacora.projections.indicator;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.bitacora.eventlog.postgres.GenericPlanPool;

/**
 * Creates connection pools for observations. Their statements are long and recur with other parameters, so each connection
 * caches them as prepared statements. Planning a statement takes as long as running it, so the pool uses generic plans (see
 * {@link GenericPlanPool}).
 */
public final class ObservationPool {

    private static final int STATEMENTS = 100;
    private static final int LONGEST = 20_000;

    private ObservationPool() {}

    /** Creates a read-only pool of {@code size} connections; the caller closes it. */
    public static Pool create(Vertx vertx, String uri, String user, String password, int size) {
        var options = GenericPlanPool.options(uri, user, password, "bitacora-figures")
                .setPreparedStatementCacheMaxSize(STATEMENTS)
                .setPreparedStatementCacheSqlLimit(LONGEST)
                .addProperty("default_transaction_read_only", "on");
        return GenericPlanPool.create(vertx, options, size);
    }
}
