package org.bitacora.server.aot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** A training that is refused something would record a start in which nothing works. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TrainingRunIT {

    /** Each of its territories has 221 single events alone. */
    private static final int AT_LEAST = 12 * 221;

    @Inject
    TrainingRun trainingRun;

    @Test
    void everyRequestOfATrainingIsAnswered() {
        assertTrue(trainingRun.run() > AT_LEAST);
    }
}
