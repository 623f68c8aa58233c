package org.bitacora.server.archive;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.hamcrest.Matchers.oneOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A territory with events of every kind, and all resources that can be read of it. */
record PopulatedTerritory(String territory) {

    private static final String VISITS = """
            {"name": {"es": "Visitas de AR"}, "unit": "activities",
             "measure": {"count": "activities", "where": {"kind": ["visit"], "country": ["AR"]}}}""";

    private static final String PLAN = """
            {"name": "Plan", "period": "2014/2017",
             "perspectives": [{"code": "p", "name": "P"}],
             "objectives": [{"code": "o1", "name": "Recibir", "perspective": "p",
                             "measures": [{"code": "visits", "indicator": "bahia.visits"}]}],
             "targets": [{"measure": "visits", "baseline": {"value": 1, "period": "2013"}, "path": {"2014": 2}, "final": 9}]}""";

    static PopulatedTerritory fresh() {
        var lived = new PopulatedTerritory(freshTerritory());
        lived.postEvent("a", "visit.received", """
                {"title": "Ñandú — «A»", "start": "2014-05-12", "counterparts": [{"name": "Rosario", "country": "AR"}],
                 "quantities": {"volunteers": 1.50}, "private": {"contact": "María"}}""");
        lived.postEvent("b", "visit.received", "{\"start\": \"2014\"}");
        lived.postEvent(
                "c",
                "agreement.signed",
                "{\"start\": \"2015-02-01\", \"amounts\": [{\"purpose\": \"investment\","
                        + " \"value\": \"120000.00\", \"currency\": \"BRL\"}]}");
        lived.postEvent("a", "activity.corrected", "{\"start\": \"2014-06-30\"}");
        lived.postEvent("gone", "mission.carried-out", "{\"start\": \"2014-01-01\"}");
        lived.postEvent("gone", "activity.withdrawn", "{}");
        lived.postEvent(
                "population",
                "measure.reported",
                "{\"period\": \"2014\", \"value\": 2.902927E+6, \"unit\": \"inhabitants\"}");
        lived.write("indicators/own.visits", VISITS);
        lived.write("strategies/plan", PLAN);
        lived.write("actors/ufba", "{\"name\": \"UFBA\", \"sector\": \"academic\"}");
        return lived;
    }

    private void postEvent(String activity, String type, String data) {
        asAdmin()
                .contentType("application/cloudevents+json")
                .body(event(territory, activity, type, data).getBytes(StandardCharsets.UTF_8))
                .post("/v1/events")
                .then()
                .statusCode(201);
    }

    private void write(String path, String body) {
        asAdmin()
                .contentType("application/json")
                .body(body)
                .put("/v1/territories/" + territory + "/" + path)
                .then()
                .statusCode(oneOf(200, 201));
    }

    int lastPosition() {
        return given().get("/v1/territories/" + territory)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("position");
    }

    /** Returns the responses of all resources. */
    Map<String, String> read() {
        return Stream.concat(
                        Stream.of(
                                "",
                                "/log",
                                "/activities",
                                "/activities/a/history",
                                "/strategies",
                                "/actors",
                                "/indicators",
                                "/reports/activity-map?period=2014",
                                "/strategies/plan/scorecard?period=2014",
                                "/indicators/bahia.visits/evidence?period=2014",
                                "/indicators/bahia.visits/diff?period=2014&from=3&to=" + lastPosition()),
                        List.of("bahia.visits", "bahia.agreements", "bh.volunteers", "bh.investments", "own.visits")
                                .stream()
                                .map(it -> "/indicators/" + it + "/observations?period=2013..2016&by=country"))
                .collect(Collectors.toMap(it -> it, this::body));
    }

    private String body(String path) {
        return given().get("/v1/territories/" + territory + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
