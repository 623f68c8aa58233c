package org.bitacora.api.testing;

import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeAll;

/** Tests that talk to the running application, each answer held to the contract. */
public abstract class OverHttp {

    private static final AgainstContract CONTRACT = new AgainstContract();

    @BeforeAll
    static void holdAnswersToTheContract() {
        RestAssured.replaceFiltersWith(CONTRACT);
    }
}
