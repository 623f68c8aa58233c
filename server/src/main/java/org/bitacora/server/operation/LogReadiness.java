package org.bitacora.server.operation;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.bitacora.projections.projector.Positions;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers and has the tables of this release. */
@Readiness
@Singleton
class LogReadiness implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Positions positions;

    LogReadiness(Positions positions) {
        this.positions = positions;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return positions
                .parkedInAll()
                .map(_ -> HealthCheckResponse.up("log and read models"))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down("log and read models"));
    }
}
