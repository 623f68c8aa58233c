package org.bitacora.eventlog.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Emits results on the Vert.x context of the caller. The result of a group commit or of a wait arrives on the context
 * of another caller; objects bound to a context, such as a session, must not be looked up there.
 */
public final class CallerContext {

    private CallerContext() {}

    /**
     * Returns the result of the work, emitted on the context of the subscriber. Without a context it is emitted as it
     * arrives.
     */
    public static <T> Uni<T> emitOnCallerContext(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var caller = Vertx.currentContext();
            var result = work.get();
            return caller == null ? result : result.emitOn(task -> caller.runOnContext(_ -> task.run()));
        });
    }
}
