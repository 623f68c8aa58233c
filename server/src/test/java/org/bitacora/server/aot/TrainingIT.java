package org.bitacora.server.aot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.bitacora.server.testing.RealDatabase;
import org.junit.jupiter.api.Test;

/** A training that is refused something would record a start in which nothing works. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class TrainingIT {

    /** Each of its territories has 221 single events alone. */
    private static final int AT_LEAST = 12 * 221;

    @Inject
    Training training;

    @Test
    void everyRequestOfATrainingIsAnswered() {
        assertTrue(training.run() > AT_LEAST);
    }
}
