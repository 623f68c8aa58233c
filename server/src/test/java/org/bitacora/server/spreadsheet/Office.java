package org.bitacora.server.spreadsheet;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.Calls.freshTerritory;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.bitacora.eventlog.EventLog;
import org.bitacora.server.testing.OverHttp;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of imports have in common: a territory of their own, its sheet, its figures and its log. */
abstract class Office extends OverHttp {

    @Inject
    EventLog eventLog;

    String territory = "";
    Sheet sheet = new Sheet("");

    @BeforeEach
    void anOffice() {
        territory = freshTerritory();
        sheet = new Sheet(territory);
    }

    /** As figures stand at the end of the log: what is shown of a territory may be a moment behind it. */
    ValidatableResponse observed(String query) {
        long position = eventLog.end(territory).await().indefinitely().orElse(0L);
        return given().get("/v1/territories/" + territory + "/indicators/bahia.visits/observations?minPosition="
                        + position + "&" + query)
                .then()
                .statusCode(200);
    }

    ValidatableResponse log() {
        return given().get("/v1/territories/" + territory + "/log").then();
    }
}
