package org.bitacora.application.operation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.projector.ReadModelRebuild;
import org.jboss.logging.Logger;

/** Rebuilds the read models, one rebuild at a time: when asked to, and at a start where an earlier release made them. */
@Singleton
public class RebuildService {

    private static final Logger LOG = Logger.getLogger(RebuildService.class);

    private final ReadModelRebuild readModelRebuild;
    private final ProjectionTracker projectionTracker;
    private final ReentrantLock running = new ReentrantLock();

    RebuildService(ReadModelRebuild readModelRebuild, ProjectionTracker projectionTracker) {
        this.readModelRebuild = readModelRebuild;
        this.projectionTracker = projectionTracker;
    }

    /** The old read models answer until the new ones have caught up. */
    void rebuildIfOutdated(@Observes StartupEvent event) {
        Thread.ofVirtual().name("upgrade").start(() -> {
            if (readModelRebuild.isRequired()) {
                LOG.info("The read models are of an earlier release: they are built anew from the logs.");
                var seconds = rebuildAndSwap();
                LOG.infof("The read models were built anew in %.1f s.", seconds.orElse(0));
            }
        });
    }

    /** Builds new read models and puts them in the place of the old: how many seconds it took; empty where one is under way. */
    public OptionalDouble rebuildAndSwap() {
        return run(readModelRebuild::buildAndSwap);
    }

    /** Builds new read models beside the old, which stay: how many seconds it took; empty where one is under way. */
    public OptionalDouble rebuildBeside() {
        return run(readModelRebuild::buildInShadowSchema);
    }

    private OptionalDouble run(Runnable rebuild) {
        if (!running.tryLock()) {
            return OptionalDouble.empty();
        }
        try {
            long start = System.nanoTime();
            rebuild.run();
            projectionTracker.invalidateKnownPositions();
            return OptionalDouble.of((System.nanoTime() - start) / 1e9);
        } finally {
            running.unlock();
        }
    }
}
