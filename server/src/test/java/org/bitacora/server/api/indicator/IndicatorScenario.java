package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postAccepted;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.bitacora.server.testing.HttpScenario;
import org.junit.jupiter.api.BeforeEach;

/** Base class of indicator tests: a separate territory, its events and its queries. */
abstract class IndicatorScenario extends HttpScenario {

    final Map<String, Long> ends = new HashMap<>();
    String territory = "";

    @BeforeEach
    void createTerritory() {
        territory = freshTerritory();
    }

    void postEvent(String activity, String type, String data) {
        var position = postAccepted(event(territory, activity, type, data));
        ends.put(territory, position);
    }

    /** Sends a query that waits for the last posted event of any territory. */
    ValidatableResponse get(String path) {
        ends.forEach((code, end) -> given().get("/v1/territories/" + code + "?minPosition=" + end)
                .then()
                .statusCode(200));
        return given().get("/v1/territories/" + territory + "/indicators/" + path)
                .then();
    }

    void threeVisits() {
        postEvent("a", "visit.received", "{\"title\": \"A\", \"start\": \"2014-05-12\"}");
        postEvent("b", "visit.received", "{\"title\": \"B\", \"start\": \"2014-06\"}");
        postEvent("c", "visit.announced", "{\"title\": \"C\", \"start\": \"2014-07-01\"}");
    }

    void report(String series, String data) {
        postEvent(series, "measure.reported", data);
    }
}
