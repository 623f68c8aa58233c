package org.bitacora.eventlog.postgres;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

/**
 * Connections for the log and its followers. Their statements are few, all go by an index, and take arrays of every
 * length: so each is {@link GenericPlanPool}.
 */
public final class LogPool {

    private LogPool() {}

    /** A pool of that many connections; closed by its caller. */
    public static Pool create(Vertx vertx, String uri, String user, String password, int size) {
        var options = GenericPlanPool.options(uri, user, password, "bitacora-log")
                .setReconnectAttempts(0)
                .addProperty("synchronous_commit", "on");
        return GenericPlanPool.create(vertx, options, size);
    }
}
