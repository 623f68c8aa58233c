package org.bitacora.eventlog.postgres;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;

/**
 * Connections for the log and its followers. Their statements are few, all go by an index, and take arrays of every
 * length; so each is planned once, never by scanning a table that was small when the plan was made.
 */
public final class LogPool {

    private LogPool() {}

    /** A pool of that many connections; closed by its caller. */
    public static Pool create(Vertx vertx, String uri, String user, String password, int size) {
        var options = PgConnectOptions.fromUri(uri)
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .setReconnectAttempts(0)
                .addProperty("application_name", "bitacora-log")
                .addProperty("synchronous_commit", "on")
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("enable_seqscan", "off")
                .addProperty("enable_hashjoin", "off")
                .addProperty("enable_mergejoin", "off")
                .addProperty("jit", "off")
                .addProperty("TimeZone", "UTC");
        return PgBuilder.pool()
                .using(vertx)
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(size).setEventLoopSize(0))
                .build();
    }
}
