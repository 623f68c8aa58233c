package org.bitacora.projections.indicator;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.bitacora.eventlog.postgres.PlannedOnce;

/**
 * Connections for figures. Their statements are long and come again and again with other values, so each connection keeps
 * them prepared; and to plan one takes as long as to run it, so each is {@link PlannedOnce}.
 */
public final class FigurePool {

    private static final int STATEMENTS = 100;
    private static final int LONGEST = 20_000;

    private FigurePool() {}

    /** A pool of that many connections; closed by its caller. */
    public static Pool create(Vertx vertx, String uri, String user, String password, int size) {
        var options = PlannedOnce.options(uri, user, password, "bitacora-figures")
                .setPreparedStatementCacheMaxSize(STATEMENTS)
                .setPreparedStatementCacheSqlLimit(LONGEST)
                .addProperty("default_transaction_read_only", "on");
        return PlannedOnce.pool(vertx, options, size);
    }
}
