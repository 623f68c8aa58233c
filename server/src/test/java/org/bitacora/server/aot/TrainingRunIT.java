package org.bitacora.server.aot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** A training run with refused requests would record a start in which nothing works. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TrainingRunIT {

    /** The run posts 221 single events for each of its territories alone. */
    private static final int AT_LEAST = 12 * 221;

    @Inject
    TrainingRun trainingRun;

    @Test
    void everyRequestOfTheTrainingRunSucceeds() {
        assertTrue(trainingRun.run() > AT_LEAST);
    }
}
