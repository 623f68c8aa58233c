package org.bitacora.server.api.strategy;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.postAccepted;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.bitacora.server.testing.HttpScenario;
import org.junit.jupiter.api.BeforeEach;

/** Base class of strategy tests: a city with a strategy. */
abstract class StrategyScenario extends HttpScenario {

    /** A plan for visits and agreements, in two perspectives. */
    static final String PLAN = """
            {"name": "Plan", "period": "2014/2017", "minimumCoverage": 0.3,
             "perspectives": [{"code": "p", "name": "P", "weight": 60}, {"code": "q", "name": "Q", "weight": 40}],
             "objectives": [
               {"code": "o1", "name": {"es": "Recibir"}, "perspective": "p", "owner": "SMARI",
                "measures": [{"code": "visits", "indicator": "bahia.visits"}]},
               {"code": "o2", "name": "Firmar", "perspective": "q",
                "measures": [{"code": "agreements", "indicator": "bh.agreements", "where": {"country": ["AR"]}, "weight": 50},
                             {"code": "trust", "rubric": "trust", "weight": 50}]}],
             "targets": [{"measure": "visits", "baseline": {"value": 1, "period": "2013"}, "path": {"2014": 2}, "final": 9}],
             "links": [{"from": "o1", "to": "o2", "hypothesis": "H", "lagMonths": 12}]}""";

    String territory = "";
    private long end;

    @BeforeEach
    void createTerritory() {
        territory = freshTerritory();
        end = 1;
    }

    void postEvent(String activity, String type, String data) {
        end = postAccepted(event(territory, activity, type, data));
    }

    String path(String below) {
        return "/v1/territories/" + territory + "/strategies" + below;
    }

    RequestSpecification writing() {
        return asAdmin().contentType("application/json");
    }

    ValidatableResponse put(String below, String body) {
        return answered(writing().body(body).put(path(below)));
    }

    ValidatableResponse postTo(String below, String body) {
        return answered(writing().body(body).post(path(below)));
    }

    ValidatableResponse delete(String below) {
        return answered(writing().delete(path(below)));
    }

    private static ValidatableResponse answered(Response response) {
        return response.then();
    }

    /** Sends a query after the last posted event is projected. */
    ValidatableResponse get(String below) {
        given().get("/v1/territories/" + territory + "?minPosition=" + end)
                .then()
                .statusCode(200);
        return given().get(path(below)).then();
    }

    long lastPosition() {
        return given().get("/v1/territories/" + territory).jsonPath().getLong("position");
    }
}
