package org.bitacora.server.api.strategy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** Scorecards over posted events: values, statuses, trends, judgements, reviews, and as of past moments. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ScorecardIT extends StrategyScenario {

    private static final String VISITS = "perspectives[0].objectives[0].measures[0].";
    private static final String AGREEMENTS = "perspectives[1].objectives[0].measures[0].";
    private static final String TRUST = "perspectives[1].objectives[0].measures[1].";

    private void aVisit(String name, String day) {
        postEvent(name, "visit.received", "{\"title\": \"V\", \"start\": \"" + day + "\"}");
    }

    @Test
    void aScorecardShowsTheStatusOfEachMeasure() {
        aVisit("v0", "2013-05-12");
        aVisit("v1", "2014-05-12");
        aVisit("v2", "2014-06-12");
        postEvent(
                "a1",
                "agreement.signed",
                "{\"title\": \"A\", \"start\": \"2014-05-12\", \"counterparts\": [{\"country\": \"AR\"}]}");
        postEvent(
                "a2",
                "agreement.signed",
                "{\"title\": \"A\", \"start\": \"2014-05-12\", \"counterparts\": [{\"country\": \"UY\"}]}");
        put("/plan", PLAN);

        var evidence = get("/plan/scorecard?period=2014&score=true")
                .statusCode(200)
                .body("name", equalTo("Plan"))
                .body(VISITS + "value", equalTo(2))
                .body(VISITS + "target", equalTo(2))
                .body(VISITS + "achieved", equalTo(true))
                .body(VISITS + "attainment.value", equalTo(1))
                .body(VISITS + "progress.value", equalTo(1))
                .body(VISITS + "status", equalTo("green"))
                .body(VISITS + "score", equalTo(100))
                .body(VISITS + "trend", equalTo("improving"))
                .body(AGREEMENTS + "value", equalTo(1))
                .body(AGREEMENTS + "status", equalTo("no-target"))
                .body(AGREEMENTS + "attainment.reason", equalTo("no-target"))
                .body(TRUST + "value", nullValue())
                .body(TRUST + "status", equalTo("no-value"))
                .body("overall.score", equalTo(100))
                .body("overall.coverage", equalTo(0.6f))
                .body("overall.counts.no-value", equalTo(1))
                .body("perspectives[1].rollup.status", equalTo("insufficient"))
                .extract()
                .jsonPath()
                .getString(AGREEMENTS + "evidence");
        given().urlEncodingEnabled(false)
                .get(evidence)
                .then()
                .body("value", equalTo(1))
                .body("activities", hasSize(1));
        get("/plan/scorecard?period=2014").body(VISITS + "score", nullValue());
        get("/plan/scorecard").statusCode(400);
        get("/plan/scorecard?period=2014..2015").statusCode(400);
        get("/none/scorecard?period=2014").statusCode(404);
    }

    @Test
    void aScorecardAsOfThePastUsesTheDataAndThePlanAsOfThen() {
        aVisit("v1", "2014-05-12");
        put("/plan", PLAN);
        long then = lastPosition();
        var shown = get("/plan/scorecard?period=2014&asOf=" + then).extract().asString();
        aVisit("v2", "2014-06-12");
        put("/plan/targets/visits", "{\"path\": {\"2014\": 3}}");

        get("/plan/scorecard?period=2014").body(VISITS + "value", equalTo(2)).body(VISITS + "target", equalTo(3));
        get("/plan/scorecard?period=2014&asOf=" + then)
                .body(VISITS + "value", equalTo(1))
                .body(VISITS + "target", equalTo(2))
                .body("asOf.strategy", equalTo((int) then));
        assertThat(get("/plan/scorecard?period=2014&asOf=" + then).extract().asString())
                .isEqualTo(shown);
    }

    @Test
    void anUnchangedScorecardReturns304() {
        put("/plan", PLAN);
        var tag = get("/plan/scorecard?period=2014").extract().header("ETag");

        given().header("If-None-Match", tag)
                .get(path("/plan/scorecard?period=2014"))
                .then()
                .statusCode(304);
        aVisit("v1", "2014-05-12");
        given().header("If-None-Match", tag)
                .get(path("/plan/scorecard?period=2014&minPosition=" + lastPosition()))
                .then()
                .statusCode(200);
    }

    @Test
    void judgementsAreShownBesideValues() {
        put("/plan", PLAN);
        for (int level : new int[] {2, 4, 3}) {
            postTo("/plan/assessments", """
                    {"code": "a%1$d", "objective": "o2", "period": "2014", "method": "peer-evaluation", "by": "peers",
                     "rubric": "trust", "level": %1$d, "text": "T%1$d"}""".formatted(level)).statusCode(200);
        }
        postTo("/plan/assessments", "{\"code\": \"x\", \"objective\": \"o2\", \"period\": \"2014\", \"level\": 3}")
                .statusCode(422);
        put("/plan/targets/trust", "{\"path\": {\"2014\": 4}}");

        get("/plan/scorecard?period=2014")
                .body(TRUST + "value", equalTo(3))
                .body(TRUST + "attainment.value", equalTo(0.75f))
                .body(TRUST + "status", equalTo("red"))
                .body("perspectives[1].objectives[0].assessments.text", contains("T2", "T4", "T3"))
                .body("perspectives[1].objectives[0].assessments[2].meaning", containsString("Comparten"))
                .body("perspectives[1].objectives[0].rollup.worst.measure", equalTo("trust"))
                .body("overall.status", equalTo("red"))
                .body("overall.coverage", equalTo(0.8f));
    }

    @Test
    void anOverrideHasAnAuthorAReasonAndAnExpiryDate() {
        put("/plan", PLAN);
        postTo("/plan/overrides", "{\"of\": \"visits\", \"period\": \"2014\", \"status\": \"amber\"}")
                .statusCode(422);
        postTo("/plan/overrides", """
                {"of": "visits", "period": "2014", "status": "amber", "author": "A", "reason": "R", "until": "2999-12-31"}""").statusCode(200);
        postTo("/plan/overrides", """
                {"of": "o2", "period": "2014", "status": "red", "author": "A", "reason": "R", "until": "2015-12-31"}""").statusCode(200);

        get("/plan/scorecard?period=2014")
                .body(VISITS + "status", equalTo("red"))
                .body(VISITS + "override.status", equalTo("amber"))
                .body(VISITS + "override.author", equalTo("A"))
                .body("perspectives[1].objectives[0].rollup.override", nullValue());
    }

    @Test
    void aReviewExplainsEveryRedAndRevisesThePlan() {
        aVisit("v1", "2014-05-12");
        put("/plan", PLAN);
        var review = """
                {"code": "r1", "period": "2014", "on": "2015-01-20", "tested": "T", "learned": "L", "decisions": ["D"] %s}""";
        long before = lastPosition();

        postTo("/plan/reviews", review.formatted(""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/notes/visits"));
        postTo(
                        "/plan/reviews",
                        review.formatted(
                                ", \"notes\": {\"visits\": \"N\"}, \"changes\": {\"targets\": [{\"measure\": \"nothing\", \"final\": 3}]}"))
                .statusCode(422);
        assertThat(lastPosition()).isEqualTo(before);
        postTo(
                        "/plan/reviews",
                        review.formatted(
                                ", \"notes\": {\"visits\": \"N\"}, \"changes\": {\"targets\": [{\"measure\": \"visits\", \"path\": {\"2014\": 1}}]}"))
                .statusCode(200)
                .body("reviews[0].learned", equalTo("L"))
                .body("targets[0].review", equalTo("r1"));

        get("/plan/scorecard?period=2014")
                .body(VISITS + "note", equalTo("N"))
                .body(VISITS + "status", equalTo("green"));
        get("/plan/scorecard?period=2014&asOf=" + before).body(VISITS + "status", equalTo("red"));
        get("/plan/scorecard?period=2014").body("asOf.recordedAt", notNullValue());
    }

    @Test
    void aChangedDefinitionBreaksTheTrend() {
        aVisit("v1", "2013-05-12");
        aVisit("v2", "2014-05-12");
        var definition =
                "{\"name\": \"V\", \"unit\": \"visits\", \"measure\": {\"count\": \"activities\", \"where\": {\"kind\": [%s]}}}";
        var own = "/v1/territories/" + territory + "/indicators/own.visits";
        writing().body(definition.formatted("\"visit\"")).put(own).then().statusCode(201);
        put("/own", """
                {"name": "P", "period": "2014/2017", "objectives": [{"code": "o", "name": "O", "perspective": "internal",
                 "measures": [{"code": "m", "indicator": "own.visits"}]}]}""").statusCode(201);
        var trend = "perspectives[0].objectives[0].measures[0].trend";

        get("/own/scorecard?period=2014").body(trend, equalTo("steady"));
        writing()
                .body(definition.formatted("\"visit\", \"mission\""))
                .put(own)
                .then()
                .statusCode(201);
        get("/own/scorecard?period=2014").body(trend, equalTo("broken"));
    }
}
