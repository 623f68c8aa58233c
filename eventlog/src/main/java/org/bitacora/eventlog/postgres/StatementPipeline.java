package org.bitacora.eventlog.postgres;

import io.vertx.core.Future;
import java.util.List;

/** Statements of one transaction that were sent at once: PostgreSQL runs them in their order. */
public final class StatementPipeline {

    private StatementPipeline() {}

    /**
     * Done when all of them are. Where one failed those after it fail too, as the transaction is aborted, and are perhaps
     * heard of before it: the first in their order tells why.
     */
    public static Future<?> join(List<? extends Future<?>> statements) {
        Future<?> all = Future.succeededFuture();
        for (var statement : statements) {
            all = all.compose(_ -> statement);
        }
        return all;
    }
}
