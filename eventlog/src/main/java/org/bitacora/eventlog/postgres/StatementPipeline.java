package org.bitacora.eventlog.postgres;

import io.vertx.core.Future;
import java.util.List;

/** Joins statements of one transaction that were sent together. PostgreSQL runs them in order. */
public final class StatementPipeline {

    private StatementPipeline() {}

    /**
     * Returns a future that completes when all statements have completed. If a statement fails, the later ones fail
     * too, because the transaction is aborted, and their failures may arrive earlier; the returned future fails with
     * the first failure in statement order.
     */
    public static Future<?> join(List<? extends Future<?>> statements) {
        Future<?> all = Future.succeededFuture();
        for (var statement : statements) {
            all = all.compose(_ -> statement);
        }
        return all;
    }
}
