package org.bitacora.server.aot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** Tests that every request of the training run succeeds. A run with refused requests would record untypical code. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TrainingRunIT {

    /** The minimum number of requests: 221 single events for each of the 12 territories. */
    private static final int AT_LEAST = 12 * 221;

    @Inject
    TrainingRun trainingRun;

    @Test
    void everyRequestOfTheTrainingRunSucceeds() {
        assertTrue(trainingRun.run() > AT_LEAST);
    }
}
