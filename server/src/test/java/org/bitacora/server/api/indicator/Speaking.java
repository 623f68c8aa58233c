package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.Calls.appended;
import static org.bitacora.server.testing.Calls.event;
import static org.bitacora.server.testing.Calls.freshTerritory;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.bitacora.server.testing.OverHttp;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of figures have in common: a territory of their own, what is said of it, and what is asked then. */
abstract class Speaking extends OverHttp {

    final Map<String, Long> ends = new HashMap<>();
    String territory = "";

    @BeforeEach
    void found() {
        territory = freshTerritory();
    }

    void say(String activity, String type, String data) {
        var position = appended(event(territory, activity, type, data));
        ends.put(territory, position);
    }

    /** What was said last, of whichever territory, is waited for. */
    ValidatableResponse get(String path) {
        ends.forEach((code, end) -> given().get("/v1/territories/" + code + "?minPosition=" + end)
                .then()
                .statusCode(200));
        return given().get("/v1/territories/" + territory + "/indicators/" + path)
                .then();
    }

    void threeVisits() {
        say("a", "visit.received", "{\"title\": \"A\", \"start\": \"2014-05-12\"}");
        say("b", "visit.received", "{\"title\": \"B\", \"start\": \"2014-06\"}");
        say("c", "visit.announced", "{\"title\": \"C\", \"start\": \"2014-07-01\"}");
    }

    void report(String series, String data) {
        say(series, "measure.reported", data);
    }
}
