package org.bitacora.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeAll;

/** Base class of tests that call the running application; each response is validated against the contract. */
public abstract class HttpScenario {

    private static final ContractValidator CONTRACT = new ContractValidator();

    @BeforeAll
    static void validateResponsesAgainstTheContract() {
        RestAssured.replaceFiltersWith(CONTRACT);
    }

    /** Validates a message that is not an HTTP response against a schema of the contract. */
    protected static void assertMatchesSchema(String schema, String json) {
        assertThat(CONTRACT.violations(schema, json)).isEmpty();
    }
}
