package org.bitacora.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeAll;

/** Tests that talk to the running application, each answer held to the contract. */
public abstract class HttpScenario {

    private static final ContractValidator CONTRACT = new ContractValidator();

    @BeforeAll
    static void holdAnswersToTheContract() {
        RestAssured.replaceFiltersWith(CONTRACT);
    }

    /** Holds what did not come as an answer to a schema of the contract. */
    protected static void assertMatchesSchema(String schema, String json) {
        assertThat(CONTRACT.violations(schema, json)).isEmpty();
    }
}
