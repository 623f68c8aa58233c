package org.bitacora.server.spreadsheet;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.freshTerritory;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.bitacora.eventlog.EventLog;
import org.bitacora.server.testing.HttpScenario;
import org.junit.jupiter.api.BeforeEach;

/** Base class of import tests: a territory, its sheet, its observations and its log. */
abstract class ImportScenario extends HttpScenario {

    @Inject
    EventLog eventLog;

    String territory = "";
    UploadedSheet uploadedSheet = new UploadedSheet("");

    @BeforeEach
    void createTerritory() {
        territory = freshTerritory();
        uploadedSheet = new UploadedSheet(territory);
    }

    /** Returns observations as of the end of the log, because the default position may be slightly behind. */
    ValidatableResponse observed(String query) {
        long position = eventLog.headPosition(territory).await().indefinitely().orElse(0L);
        return given().get("/v1/territories/" + territory + "/indicators/bahia.visits/observations?minPosition="
                        + position + "&" + query)
                .then()
                .statusCode(200);
    }

    ValidatableResponse log() {
        return given().get("/v1/territories/" + territory + "/log").then();
    }
}
