package org.bitacora.application.operation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.projector.ReadModelRebuild;
import org.jboss.logging.Logger;

/**
 * Rebuilds the read models, one rebuild at a time: on request, and at startup if an earlier release created the read
 * models.
 */
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

    /**
     * Rebuilds outdated read models in the background. The old ones remain in use until the new ones have caught up.
     */
    void rebuildIfOutdated(@Observes StartupEvent event) {
        Thread.ofVirtual().name("upgrade").start(() -> {
            if (readModelRebuild.isRequired()) {
                LOG.info("The read models are from an earlier release. Rebuilding them from the logs.");
                var seconds = rebuildAndSwap();
                LOG.infof("The read models were rebuilt in %.1f s.", seconds.orElse(0));
            }
        });
    }

    /**
     * Builds new read models and replaces the old ones. Returns the duration in seconds; empty if a rebuild is already
     * running.
     */
    public OptionalDouble rebuildAndSwap() {
        return run(readModelRebuild::buildAndSwap);
    }

    /**
     * Builds new read models in a separate schema and keeps the old ones. Returns the duration in seconds; empty if a
     * rebuild is already running.
     */
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
