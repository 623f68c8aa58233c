package org.bitacora.eventlog.postgres;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

/**
 * Connection pools for the log and its readers. Their few statements all use an index and take arrays of any length, so
 * each is planned once ({@link GenericPlanPool}).
 */
public final class LogPool {

    private LogPool() {}

    /** Creates a pool of {@code size} connections. The caller closes it. */
    public static Pool create(Vertx vertx, String uri, String user, String password, int size) {
        var options = GenericPlanPool.options(uri, user, password, "bitacora-log")
                .setReconnectAttempts(0)
                .addProperty("synchronous_commit", "on");
        return GenericPlanPool.create(vertx, options, size);
    }
}
