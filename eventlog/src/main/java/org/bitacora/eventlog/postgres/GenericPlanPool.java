package org.bitacora.eventlog.postgres;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;

/**
 * Connections on which a statement is planned once, for whatever values: step by step through indexes, never by scanning
 * or hashing a table that was small when the plan was made.
 */
public final class GenericPlanPool {

    private GenericPlanPool() {}

    /** How to connect, under a name that PostgreSQL shows for each connection; for more to be said of it. */
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

    /** A pool of that many such connections; closed by its caller. */
    public static Pool create(Vertx vertx, PgConnectOptions options, int size) {
        return PgBuilder.pool()
                .using(vertx)
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(size).setEventLoopSize(0))
                .build();
    }
}
