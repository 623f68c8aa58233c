package org.bitacora.projections.indicator;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;

/**
 * Connections for figures. Their statements are long and come again and again with other values, so each connection keeps
 * them prepared; and to plan one takes as long as to run it, so it is planned once, for whatever values: step by step through
 * indexes, as for one territory and a year, however small the tables were then.
 */
public final class FigurePool {

    private static final int STATEMENTS = 100;
    private static final int LONGEST = 20_000;

    private FigurePool() {}

    /** A pool of that many connections; closed by its caller. */
    public static Pool create(Vertx vertx, String uri, String user, String password, int size) {
        var options = PgConnectOptions.fromUri(uri)
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(STATEMENTS)
                .setPreparedStatementCacheSqlLimit(LONGEST)
                .addProperty("application_name", "bitacora-figures")
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("enable_seqscan", "off")
                .addProperty("enable_hashjoin", "off")
                .addProperty("enable_mergejoin", "off")
                .addProperty("default_transaction_read_only", "on")
                .addProperty("jit", "off")
                .addProperty("TimeZone", "UTC");
        return PgBuilder.pool()
                .using(vertx)
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(size).setEventLoopSize(0))
                .build();
    }
}
