package org.bitacora.api.spreadsheet;

import static io.restassured.RestAssured.given;
import static org.bitacora.api.testing.Calls.asAdmin;
import static org.bitacora.api.testing.Calls.freshTerritory;

import io.restassured.response.ValidatableResponse;
import org.bitacora.api.testing.OverHttp;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of imports have in common: a territory of their own, its sheet, its figures and its log. */
abstract class Office extends OverHttp {

    String territory = "";
    Sheet sheet = new Sheet("");

    @BeforeEach
    void anOffice() {
        territory = freshTerritory();
        sheet = new Sheet(territory);
    }

    ValidatableResponse observed(String query) {
        long position = asAdmin().get("/v1/territories/" + territory).jsonPath().getLong("position");
        return given().get("/v1/territories/" + territory + "/indicators/bahia.visits/observations?minPosition="
                        + position + "&" + query)
                .then()
                .statusCode(200);
    }

    ValidatableResponse log() {
        return given().get("/v1/territories/" + territory + "/log").then();
    }
}
