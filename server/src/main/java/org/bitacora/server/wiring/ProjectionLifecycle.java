package org.bitacora.server.wiring;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.bitacora.projections.projector.Following;

/** Starts the projection of the logs with the application, and stops it with the application. */
@Singleton
class ProjectionLifecycle {

    private final Following following;

    ProjectionLifecycle(Following following) {
        this.following = following;
    }

    void start(@Observes StartupEvent event) {
        following.start();
    }

    void stop(@Observes ShutdownEvent event) {
        following.close();
    }
}
