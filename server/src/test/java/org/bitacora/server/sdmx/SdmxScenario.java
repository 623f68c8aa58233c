package org.bitacora.server.sdmx;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postAccepted;

import org.bitacora.server.testing.HttpScenario;
import org.junit.jupiter.api.BeforeEach;

/** Base class of SDMX tests: a territory with two visits and its data URL. */
abstract class SdmxScenario extends HttpScenario {

    static final String FLOW = "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA/1.0.0/";
    String territory = "";

    @BeforeEach
    void postVisits() {
        territory = freshTerritory();
        postEvent("v-1", "visit.received", "{\"start\": \"2014-05-12\", \"motivation\": \"planned\"}");
        postEvent("v-2", "visit.received", "{\"start\": \"2020-12-31\", \"motivation\": \"reactive\"}");
    }

    long postEvent(String activity, String type, String data) {
        long position = postAccepted(event(territory, activity, type, data));
        awaitPosition(position);
        return position;
    }

    void awaitPosition(long position) {
        given().get("/v1/territories/" + territory + "/activities?minPosition=" + position)
                .then()
                .statusCode(200);
    }

    String all(String query) {
        return "/v1/sdmx/data/datastructure/BITACORA/DSD_OBSERVATIONS/1.0.0/*." + territory + query;
    }
}
