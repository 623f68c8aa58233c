package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.freshTerritory;
import static org.bitacora.server.testing.TestRequests.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** Behaviour of all read requests: own writes, as of, entity tags, languages, origins, paging. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReadRequestIT extends HttpScenario {

    private static final String IN_2014 = "{\"title\": \"Visit\", \"start\": \"2014-05-12\"}";

    private static String visits(String territory, String query) {
        return "/v1/territories/" + territory + "/indicators/bahia.visits/observations?period=2014" + query;
    }

    private static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    @Test
    void aSenderReadsItsOwnWrites() {
        var t = freshTerritory();
        int position = post(event(t, "v-1", "visit.received", IN_2014)).path("position");
        get(visits(t, "&minPosition=" + position))
                .statusCode(200)
                .body("observations[0].value", equalTo(1))
                .body("asOf.position", equalTo(2))
                .body("asOf.recordedAt", notNullValue());
    }

    @Test
    void aPositionThatIsNotReachedInTimeReturns503() {
        get(visits(freshTerritory(), "&minPosition=99")).statusCode(503).header("Retry-After", equalTo("1"));
    }

    @Test
    void activitiesWithoutAPreciseDateAreUnplaced() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.received", "{\"title\": \"Undated\"}"));
        post(event(t, "v-2", "visit.received", "{\"title\": \"Some day\", \"start\": \"2014\"}"));
        get(visits(t, "&minPosition=3"))
                .body("observations[0].value", equalTo(1))
                .body("observations[0].unplaced", equalTo(1));
        get("/v1/territories/" + t + "/indicators/bahia.visits/observations?period=2014-12")
                .body("observations[0].value", equalTo(0))
                .body("observations[0].unplaced", equalTo(2));
        get("/v1/territories/" + t + "/indicators/bahia.visits/observations?period=2015")
                .body("observations[0].unplaced", equalTo(1));
    }

    @Test
    void anObservationIsAvailableAsOfEveryPosition() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.received", IN_2014));
        post(event(t, "v-2", "visit.received", IN_2014));
        post(event(t, "v-1", "activity.withdrawn", "{}"));
        get(visits(t, "&asOf=1&minPosition=4")).body("observations[0].value", equalTo(0));
        get(visits(t, "&asOf=3")).body("observations[0].value", equalTo(2));
        get(visits(t, "&asOf=4")).body("observations[0].value", equalTo(1));
        get(visits(t, "&asOf=2000-01-01T00:00:00Z"))
                .body("asOf.position", equalTo(0))
                .body("asOf.recordedAt", nullValue());
        get(visits(t, "&asOf=5")).statusCode(400).body("errors[0].pointer", equalTo("/query/asOf"));
        get(visits(t, "&asOf=9999-12-30")).body("asOf.position", equalTo(4));
    }

    @Test
    void theEntityTagDependsOnWhatShapesTheResponseOnly() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.received", IN_2014));
        var tag = get(visits(t, "&minPosition=2")).extract().header("ETag");
        given().header("If-None-Match", tag)
                .get(visits(t, "&minPosition=2"))
                .then()
                .statusCode(304);
        given().header("If-None-Match", tag)
                .header("Accept-Language", "en")
                .get(visits(t, "&minPosition=2"))
                .then()
                .statusCode(200);
        int next = post(event(t, "v-2", "visit.received", IN_2014)).path("position");
        given().header("If-None-Match", tag)
                .get(visits(t, "&minPosition=" + next))
                .then()
                .statusCode(200)
                .body("observations[0].value", equalTo(2));
    }

    @Test
    void namesAreAvailableInThreeLanguages() {
        var t = freshTerritory();
        given().header("Accept-Language", "pt-BR")
                .get(visits(t, ""))
                .then()
                .body("indicator.name", equalTo("Visitas recebidas"));
        given().header("Accept-Language", "en")
                .get(visits(t, ""))
                .then()
                .body("indicator.name", equalTo("Visits received"));
        given().header("Accept-Language", "de")
                .get(visits(t, ""))
                .then()
                .body("indicator.name", equalTo("Visitas recibidas"));
    }

    @Test
    void anyOriginMayReadAndOnlyConfiguredOriginsMayWrite() {
        given().header("Origin", "https://anybody.example")
                .get("/v1/indicators")
                .then()
                .header("Access-Control-Allow-Origin", "*");
        given().header("Origin", "https://anybody.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/events")
                .then()
                .statusCode(403);
        given().header("Origin", "https://activities.example.org")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/events")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://activities.example.org");
    }

    @Test
    void invalidParametersReturnAProblem() {
        var t = freshTerritory();
        get(visits(t, "&by=colour")).statusCode(400).body("errors[0].pointer", equalTo("/query/by"));
        get(visits(t, "&contry=AR")).statusCode(400).body("errors[0].pointer", equalTo("/query/contry"));
        get(visits(t, "&country=Argentina")).statusCode(400);
        get("/v1/territories/" + t + "/indicators/none/observations?period=2014")
                .statusCode(404);
        get("/v1/territories/nowhere/activities").statusCode(404).contentType("application/problem+json");
        get("/v1/nothing").statusCode(404).contentType("application/problem+json");
        given().accept("image/png").get(visits(t, "")).then().statusCode(406);
    }

    @Test
    void theFormerNameOfAFilterIsReadAndBothAtOnceAreRefused() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.received", IN_2014));
        get(visits(t, "&minPosition=2&counterpart-type=company"))
                .statusCode(200)
                .body("observations[0].value", equalTo(0))
                .body("observations[0].evidence", containsString("counterpart-type=company"));
        get(visits(t, "&counterpartType=company")).statusCode(200).body("observations[0].value", equalTo(0));
        get(visits(t, "&by=counterpart-type")).body("observations[0].breakdown.by", equalTo("counterpartType"));
        get(visits(t, "&counterpartType=media&counterpart-type=company"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/query/counterpartType"));
    }

    @Test
    void pagesOfActivitiesAreStableUnderWrites() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.received", IN_2014));
        post(event(t, "v-3", "visit.received", IN_2014));
        String next = get("/v1/territories/" + t + "/activities?limit=1&minPosition=3")
                .extract()
                .path("next");
        post(event(t, "v-2", "visit.received", IN_2014));
        get(next).body("items[0].activity", equalTo("v-3")).body("next", nullValue());
    }

    @Test
    void aCorrectionCreatesANewVersionAndKeepsTheOldOne() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.received", IN_2014));
        post(event(t, "v-1", "activity.corrected", "{\"title\": \"Better\"}"));
        get("/v1/territories/" + t + "/activities/v-1/history?minPosition=3")
                .body("items.title", equalTo(List.of("Visit", "Better")))
                .body("items[0].knownTo", equalTo(3))
                .body("items[1].knownTo", nullValue());
        get("/v1/territories/" + t + "/activities/v-1?asOf=2").body("title", equalTo("Visit"));
    }

    @Test
    void aRebuildLeavesEveryResponseUnchanged() {
        var t = freshTerritory();
        post(event(t, "v-1", "visit.received", IN_2014));
        post(event(t, "v-1", "activity.corrected", "{\"title\": \"Better\"}"));
        var path = "/v1/territories/" + t + "/activities/v-1/history?minPosition=3";
        var before = get(path).extract().asString();
        asAdmin().post("/v1/admin/rebuild").then().statusCode(200).body("swapped", equalTo(true));
        assertThat(get(path).extract().asString()).isEqualTo(before);
        given().contentType("application/json").post("/v1/admin/rebuild").then().statusCode(401);
    }
}
