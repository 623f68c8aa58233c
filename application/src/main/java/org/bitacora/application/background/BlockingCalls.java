package org.bitacora.application.background;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Reactive work that is waited for: by threads of our own, never on an event loop. */
public final class BlockingCalls {

    private BlockingCalls() {}

    /** What work comes to, on a context of its own, as every request has. */
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
