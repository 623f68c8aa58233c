package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed of changed observations. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ObservationChangesIT extends HttpScenario {

    private String territory = "";

    @BeforeEach
    void aTerritoryWithAVisit() {
        territory = freshTerritory();
        say("v-1", "visit.received", "{\"title\": \"Rosario\", \"start\": \"2014-05-12\"}");
    }

    private void say(String activity, String type, String data) {
        post(event(territory, activity, type, data)).then().statusCode(201);
    }

    private JsonPath changes(long after, long minPosition) {
        return given().get("/v1/territories/" + territory + "/changes?after=" + after + "&minPosition=" + minPosition)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> of(JsonPath changes, String indicator, String what) {
        return changes.getList(
                "items.findAll { it.indicator == '" + indicator + "' }.collect { it." + what + " }", String.class);
    }

    @Test
    void aCorrectedDateChangesTheValuesOfBothMonths() {
        changes(0, 2);
        say("v-1", "activity.corrected", "{\"start\": \"2014-07-01\"}");

        var changes = changes(2, 3);

        assertThat(changes.getInt("from")).isEqualTo(2);
        assertThat(changes.getInt("to")).isEqualTo(3);
        assertThat(of(changes, "bahia.visits", "period")).containsExactly("2014-05", "2014-07");
        assertThat(of(changes, "bahia.visits", "oldValue")).containsExactly("1", "0");
        assertThat(of(changes, "bahia.visits", "value")).containsExactly("0", "1");
        assertThat(of(changes, "bahia.visits", "events.position")).containsExactly("[3]", "[3]");
        assertThat(of(changes, "bahia.visits", "events[0].type"))
                .containsExactly("org.bitacora.activity.corrected", "org.bitacora.activity.corrected");
        assertThat(of(changes, "bahia.missions", "period")).isEmpty();
    }

    @Test
    void theFirstResponseHasAllYearsWithDatedActivities() {
        var changes = changes(0, 2);

        assertThat(of(changes, "bahia.visits", "period")).hasSize(13).startsWith("2014", "2014-01");
        assertThat(of(changes, "bahia.missions", "value")).hasSize(13).containsOnly("0");
        assertThat(of(changes, "bahia.visits", "oldValue")).containsOnlyNulls();
    }

    @Test
    void aNewYearIsReportedCompletely() {
        say("v-2", "visit.received", "{\"start\": \"2016-02-03\"}");

        var changes = changes(2, 3);

        assertThat(of(changes, "bahia.visits", "period")).hasSize(26).startsWith("2015", "2015-01");
        assertThat(of(changes, "bahia.missions", "period")).hasSize(26);
        assertThat(
                        changes.getList(
                                "items.findAll { it.indicator == 'bahia.visits' && it.value > 0 }.collect { it.events.size() }"))
                .containsExactly(1, 1);
    }

    @Test
    void anEntryWithoutEffectIsSkipped() {
        say("v-1", "activity.assessed", "{\"text\": \"well done\"}");

        var changes = changes(2, 3);

        assertThat(changes.getList("items")).isEmpty();
        assertThat(changes.getInt("to")).isEqualTo(3);
    }

    @Test
    void theFeedIsReadRangeByRange() {
        say("v-2", "visit.received", "{\"start\": \"2014-06-01\"}");
        changes(0, 3);

        given().get("/v1/territories/" + territory + "/changes?after=1&limit=1")
                .then()
                .body("to", equalTo(2))
                .body("next", equalTo("/v1/territories/" + territory + "/changes?after=2&limit=1"))
                .header("Link", equalTo("</v1/territories/" + territory + "/changes?after=2&limit=1>; rel=\"next\""));
        given().get("/v1/territories/" + territory + "/changes?after=2&limit=1")
                .then()
                .body("to", equalTo(3))
                .body("next", nullValue())
                .body("items.indicator", hasItems("bahia.visits", "bh.actions"));
    }

    @Test
    void ndjsonAndCsvHaveTheSameContent() {
        var items = changes(0, 2).getList("items").size();
        var path = "/v1/territories/" + territory + "/changes?after=0";

        var lines = given().accept("application/x-ndjson")
                .get(path)
                .asString()
                .lines()
                .toList();
        var rows = given().get(path + "&format=csv").asString().lines().toList();

        given().get(path + "&format=csv")
                .then()
                .header("Bitacora-Position", "2")
                .header("Bitacora-Generation", notNullValue());
        assertThat(lines).hasSize(items);
        assertThat(new JsonPath(lines.getFirst()).getInt("position")).isEqualTo(2);
        assertThat(rows).hasSize(items + 1);
        assertThat(rows.getFirst()).startsWith("indicator,version,period,oldValue");
        assertThat(rows).contains("bahia.visits,1,2014-05,,,1,,,,normal,2,2");
    }

    @Test
    void aPositionBeyondTheLogIsRefused() {
        given().get("/v1/territories/" + territory + "/changes?after=999")
                .then()
                .statusCode(400);
        given().get("/v1/territories/nowhere/changes").then().statusCode(404);
    }

    @Test
    void changesOfACustomDefinitionAreReported() {
        RandomTerritories.createDefinition(territory, "own.visits", """
                {"name": {"es": "Visitas"}, "measure": {"count": "activities", "where": {"kind": ["visit"]}},
                 "date": "formalised", "unit": "visits"}""");

        given().get("/v1/territories/" + territory + "/changes?after=2")
                .then()
                .body("items.indicator", hasItem("own.visits"))
                .body("items.indicator", not(hasItem("bahia.visits")))
                .body("items.findAll { it.value == 1 }.events[0].type", hasItem("org.bitacora.indicator.defined"));
    }
}
