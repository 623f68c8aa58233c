package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postAccepted;

import io.restassured.path.json.JsonPath;
import org.bitacora.server.testing.HttpScenario;

/** Base class of benchmark tests: creates activities of several cities and compares them. */
abstract class BenchmarkScenario extends HttpScenario {

    static void awaitPosition(String territory, long position) {
        given().get("/v1/territories/" + territory + "/activities?minPosition=" + position)
                .then()
                .statusCode(200);
    }

    static void report(String territory, String value, String status) {
        report(territory, "population", value, "persons", status);
    }

    static void report(String territory, String series, String value, String unit, String status) {
        var position = postAccepted("""
                        {"specversion": "1.0", "id": "%2$s", "source": "urn:test", "type": "org.bitacora.measure.reported",
                         "subject": "%1$s/%2$s", "data": {"period": "2014", "value": "%3$s", "unit": "%4$s", "status": "%5$s"}}""".formatted(territory, series, value, unit, status));
        awaitPosition(territory, position);
    }

    static JsonPath compared(String code, String query) {
        return given().header("Accept-Language", "en")
                .get("/v1/benchmarks/" + code + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static void postActivity(String territory, String type, String day) {
        postEvent(territory, "on-" + day, type, "{\"start\": \"" + day + "\"}");
    }

    static void postEvent(String territory, String activity, String type, String data) {
        awaitPosition(territory, postAccepted(event(territory, activity, type, data)));
    }

    static String trading(String value, String currency) {
        var territory = freshTerritory();
        asAdmin()
                .contentType("application/json")
                .body("""
                        {"name": "Trade", "unit": "money", "measure": {"reported": "trade", "over": "sum", "unit": "money"}}""")
                .put("/v1/territories/" + territory + "/indicators/ours.traded")
                .then()
                .statusCode(201);
        report(territory, "population", "1000", "persons", "final");
        report(territory, "trade", value, currency, "final");
        return territory;
    }
}
