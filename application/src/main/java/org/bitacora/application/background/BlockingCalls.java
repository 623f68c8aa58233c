package org.bitacora.application.background;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Waits for reactive work. Must be called on a worker or virtual thread, never on an event loop. */
public final class BlockingCalls {

    private BlockingCalls() {}

    /** Runs the work on a duplicated Vert.x context of its own, as for a request, and returns its result. */
    public static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
