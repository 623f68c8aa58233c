package org.bitacora.eventlog.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Brings an answer back to the Vert.x context that asked. What is answered by the group, or after a wait, arrives on the
 * context of somebody else; whatever is kept by context (a session, say) must not be found there.
 */
public final class CallerContext {

    private CallerContext() {}

    /** What the work answers, on the context of whoever subscribes; just as it comes where there is none. */
    public static <T> Uni<T> emitOnCallerContext(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var caller = Vertx.currentContext();
            var answered = work.get();
            return caller == null ? answered : answered.emitOn(task -> caller.runOnContext(_ -> task.run()));
        });
    }
}
