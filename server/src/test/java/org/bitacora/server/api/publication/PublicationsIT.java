package org.bitacora.server.api.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published reports are immutable and list what has changed since. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PublicationsIT extends HttpScenario {

    private static final String MAP = """
            {"code": "map", "title": "Map <2014>", "report": "activity-map", "period": "2014"}""";

    private String territory = "";
    private int end;

    @BeforeEach
    void twoVisits() {
        territory = freshTerritory();
        visit("a", "2014-05-12");
        visit("b", "2014-06-12");
    }

    private void visit(String name, String day) {
        say(name, "visit.received", "{\"title\": \"V\", \"start\": \"" + day + "\"}");
    }

    private void say(String name, String type, String data) {
        end = post(event(territory, name, type, data))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("position");
        given().get("/v1/territories/" + territory + "?minPosition=" + end);
    }

    private String path(String below) {
        return "/v1/territories/" + territory + "/publications" + below;
    }

    private ValidatableResponse publish(String body) {
        return asAdmin()
                .contentType("application/json")
                .body(body)
                .post(path(""))
                .then();
    }

    private String format(String code, String format) {
        return given().get(path("/" + code + "?format=" + format + "&minPosition=" + end))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void aPublicationIsImmutableAndListsDifferences() {
        publish(MAP).statusCode(201).body("link", equalTo(path("/map"))).body("position", equalTo(3));
        var csv = format("map", "csv");
        given().get(path("/map")).then().body("content.total", equalTo(2)).body("today.differences", empty());
        assertThat(format("map", "html")).contains("siguen siendo las publicadas");

        visit("c", "2014-07-12");
        say("a", "activity.withdrawn", "{}");
        visit("d", "2014-07-12");

        given().get(path("/map?minPosition=" + end))
                .then()
                .body("content.total", equalTo(2))
                .body("content.asOf.position", equalTo(3))
                .body("today.differences.figure", contains("/parts/visit-received/value", "/total"))
                .body("today.differences.published", contains(2, 2))
                .body("today.differences.now", contains(3, 3));
        assertThat(format("map", "csv")).isEqualTo(csv).contains("visit-received");
        assertThat(format("map", "html")).contains("/total: 2 → 3");
    }

    @Test
    void theSamePublicationIsReturnedAndADifferentOneIsRefused() {
        publish(MAP).statusCode(201);
        visit("c", "2014-07-12");

        publish(MAP).statusCode(200).body("position", equalTo(3));
        publish(MAP.replace("2014\"}", "2013\"}")).statusCode(409);
        publish("{\"asOf\": 2, " + MAP.substring(1)).statusCode(409);
        publish("{\"asOf\": 3, " + MAP.substring(1)).statusCode(200);
        publish("{\"asOf\": 1.5, " + MAP.substring(1)).statusCode(422);
        given().get(path("?minPosition=" + end)).then().body("items.code", contains("map"));
        given().get(path("/none")).then().statusCode(404);
    }

    @Test
    void aPublicationMayBeAsOfAnEarlierPosition() {
        publish("{\"asOf\": 2, " + MAP.substring(1)).statusCode(201).body("position", equalTo(2));

        given().get(path("/map")).then().body("content.total", equalTo(1)).body("today.differences", hasSize(2));
    }

    @Test
    void selectedIndicatorsArePublishedTogether() {
        publish("""
                {"code": "f", "title": "F & G", "report": "figures", "period": "2014", "by": "kind",
                 "indicators": ["bahia.visits", "bh.actions"]}""").statusCode(201);

        given().get(path("/f"))
                .then()
                .body("content.indicator.code", contains("bahia.visits", "bh.actions"))
                .body("today.differences", empty());
        assertThat(format("f", "csv").lines().filter(it -> it.contains("indicator")))
                .hasSize(1);
        assertThat(format("f", "html")).contains("F &amp; G").contains("<td>bh.actions</td>");
        visit("c", "2014-07-12");
        given().get(path("/f?minPosition=" + end))
                .then()
                .body("today.differences.figure", hasItem(containsString("bh.actions")));
    }

    @Test
    void aStrategyIsPublishedWithItsTargetsAsOfThen() {
        asAdmin()
                .contentType("application/json")
                .body(
                        "{\"template\": \"bahia-activity-map\", \"period\": \"2014/2017\", \"targets\": [{\"measure\": \"visits\", \"path\": {\"2014\": 2}}]}")
                .put("/v1/territories/" + territory + "/strategies/plan")
                .then()
                .statusCode(201);
        for (var report : new String[] {"attainment", "scorecard"}) {
            publish("{\"code\": \"" + report + "\", \"title\": \"T\", \"strategy\": \"plan\", \"report\": \"" + report
                            + "\", \"period\": \"2014\"}")
                    .statusCode(201);
        }
        asAdmin()
                .contentType("application/json")
                .body("{\"path\": {\"2014\": 5}}")
                .put("/v1/territories/" + territory + "/strategies/plan/targets/visits")
                .then()
                .statusCode(200);

        for (var report : new String[] {"attainment", "scorecard"}) {
            given().get(path("/" + report))
                    .then()
                    .body("today.differences.published", hasItem(2))
                    .body("today.differences.now", hasItem(5));
            assertThat(format(report, "csv")).contains("visits,bahia.visits,activities,2,2,true");
            assertThat(format(report, "html")).contains("2 → 5");
        }
    }

    @Test
    void reportsOfTwoStrategiesAreDistinguished() {
        for (var plan : new String[] {"one", "two"}) {
            asAdmin()
                    .contentType("application/json")
                    .body("{\"template\": \"bahia-activity-map\", \"period\": \"2014/2017\", \"name\": \"" + plan
                            + "\"}")
                    .put("/v1/territories/" + territory + "/strategies/" + plan)
                    .then()
                    .statusCode(201);
        }
        var report =
                "{\"code\": \"%1$s\", \"title\": \"T\", \"strategy\": \"%1$s\", \"report\": \"attainment\", \"period\": \"2014\"}";
        publish(report.formatted("one")).statusCode(201);
        given().get(path("/one"))
                .then()
                .body("content.strategy", equalTo("one"))
                .body("today.differences", empty());
        publish(report.formatted("two")).statusCode(201);

        given().get(path("/two"))
                .then()
                .body("content.strategy", equalTo("two"))
                .body("content.name", equalTo("two"));
        asAdmin()
                .contentType("application/json")
                .body("{\"name\": \"V\", \"perspective\": \"inward\", \"weight\": 30}")
                .put("/v1/territories/" + territory + "/strategies/two/objectives/visits")
                .then()
                .statusCode(200);
        given().get(path("/two"))
                .then()
                .statusCode(200)
                .body("content.strategy", equalTo("two"))
                .body("today.failure", containsString("add up to 100"));
        assertThat(format("two", "html")).contains("add up to 100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'code': 'map', | ``                     | /code",
                "activity-map   | weather                | /report",
                "'2014'         | '2014..2015'           | /period",
                "'title': 'Map <2014>', | ``             | /title",
                "activity-map   | figures                | /indicators",
                "activity-map   | scorecard              | /strategy",
            })
    void anInvalidPublicationIsRefusedAndNotStored(String old, String changed, String pointer) {
        var request = MAP.replace(old.replace('\'', '"'), changed.replace('\'', '"'));
        assertThat(request).isNotEqualTo(MAP);

        publish(request).statusCode(422).body("errors.pointer", hasItem(pointer));

        given().get(path("")).then().body("items", empty());
    }

    @Test
    void aMissingSubjectIsNotPublished() {
        publish(MAP.replace("activity-map\"", "scorecard\", \"strategy\": \"none\""))
                .statusCode(404);
        publish(MAP.replace("activity-map\"", "figures\", \"indicators\": [\"none\"]"))
                .statusCode(404);
        given().get(path("")).then().body("items", empty());
    }
}
