package org.bitacora.application.operation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import org.bitacora.projections.projector.Following;
import org.bitacora.projections.projector.Rebuild;
import org.jboss.logging.Logger;

/** Rebuilds the read models, one rebuild at a time: when asked to, and at a start where an earlier release made them. */
@Singleton
public class Rebuilding {

    private static final Logger LOG = Logger.getLogger(Rebuilding.class);

    private final Rebuild rebuild;
    private final Following following;
    private final ReentrantLock underWay = new ReentrantLock();

    Rebuilding(Rebuild rebuild, Following following) {
        this.rebuild = rebuild;
        this.following = following;
    }

    /** The old read models answer until the new ones have caught up. */
    void upgrade(@Observes StartupEvent event) {
        Thread.ofVirtual().name("upgrade").start(() -> {
            if (rebuild.isDue()) {
                LOG.info("The read models are of an earlier release: they are built anew from the logs.");
                var seconds = run(true);
                LOG.infof("The read models were built anew in %.1f s.", seconds.orElse(0));
            }
        });
    }

    /** How many seconds it took; empty where one is under way already. */
    public OptionalDouble run(boolean swap) {
        if (!underWay.tryLock()) {
            return OptionalDouble.empty();
        }
        try {
            long start = System.nanoTime();
            if (swap) {
                rebuild.swap();
            } else {
                rebuild.beside();
            }
            following.forget();
            return OptionalDouble.of((System.nanoTime() - start) / 1e9);
        } finally {
            underWay.unlock();
        }
    }
}
