package org.bitacora.server.operation;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.bitacora.projections.projector.CheckpointRepository;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports readiness when the database responds and has the schema of this release. */
@Readiness
@Singleton
class DatabaseReadinessCheck implements AsyncHealthCheck {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final CheckpointRepository checkpointRepository;

    DatabaseReadinessCheck(CheckpointRepository checkpointRepository) {
        this.checkpointRepository = checkpointRepository;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return checkpointRepository
                .countParkedSubjects()
                .map(_ -> HealthCheckResponse.up("log and read models"))
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down("log and read models"));
    }
}
