package org.bitacora.eventlog.postgres;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;

/**
 * Connection pools that plan each statement once, independently of its values. The planner must use indexes step by
 * step, never scans or hashes of a table that was small when the plan was made.
 */
public final class GenericPlanPool {

    private GenericPlanPool() {}

    /**
     * Returns connection options that the caller may extend. PostgreSQL shows {@code name} as the application name of
     * each connection.
     */
    public static PgConnectOptions options(String uri, String user, String password, String name) {
        return PgConnectOptions.fromUri(uri)
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlFilter(_ -> true)
                .addProperty("application_name", name)
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("enable_seqscan", "off")
                .addProperty("enable_hashjoin", "off")
                .addProperty("enable_mergejoin", "off")
                .addProperty("jit", "off")
                .addProperty("TimeZone", "UTC");
    }

    /** Creates a pool of {@code size} such connections. The caller closes it. */
    public static Pool create(Vertx vertx, PgConnectOptions options, int size) {
        return PgBuilder.pool()
                .using(vertx)
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(size).setEventLoopSize(0))
                .build();
    }
}
