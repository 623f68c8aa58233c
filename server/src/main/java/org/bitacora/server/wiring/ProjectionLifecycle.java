package org.bitacora.server.wiring;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.bitacora.projections.projector.ProjectionTracker;

/** Starts and stops the projection of the logs with the application. */
@Singleton
class ProjectionLifecycle {

    private final ProjectionTracker projectionTracker;

    ProjectionLifecycle(ProjectionTracker projectionTracker) {
        this.projectionTracker = projectionTracker;
    }

    void start(@Observes StartupEvent event) {
        projectionTracker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        projectionTracker.close();
    }
}
