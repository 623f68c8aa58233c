package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** The evidence of a figure, and the causes of its changes. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class EvidenceIT extends IndicatorScenario {

    @Test
    void evidenceNamesTheActivitiesAndTheEventsBehindAFigure() {
        threeVisits();
        postEvent("a", "activity.corrected", "{\"title\": \"AA\"}");

        var link = get("bahia.visits/observations?period=2014")
                .body("observations[0].value", equalTo(2))
                .extract()
                .jsonPath()
                .getString("observations[0].evidence");

        given().urlEncodingEnabled(false)
                .get(link)
                .then()
                .statusCode(200)
                .body("value", equalTo(2))
                .body("activities.activity", contains("a", "b"))
                .body("activities.title", contains("AA", "B"))
                .body("activities.effect", contains(1, 1))
                .body("activities.date", contains("2014-05-12", "2014-06"))
                .body("activities[0].events.position", contains(2, 5))
                .body("activities[0].events[0].type", equalTo("org.bitacora.visit.received"))
                .body("next", nullValue());
    }

    @Test
    void pagesOfEvidenceAreStableWhileEventsArrive() {
        threeVisits();
        var next = get("bahia.visits/evidence?period=2014&limit=1")
                .body("activities.activity", contains("a"))
                .body("next", notNullValue())
                .extract()
                .jsonPath()
                .getString("next");

        postEvent("b", "activity.withdrawn", "{}");

        given().urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("value", equalTo(2))
                .body("activities.activity", contains("b"))
                .body("next", nullValue());
    }

    @Test
    void aCorrectionAfterTheAnnualReportIsExplained() {
        threeVisits();
        postEvent("b", "activity.withdrawn", "{}");
        postEvent("c", "visit.received", "{}");
        postEvent("a", "activity.corrected", "{\"start\": \"2015-01-01\"}");
        postEvent("d", "visit.received", "{\"title\": \"D\", \"start\": \"2014-09\"}");

        get("bahia.visits/diff?period=2014&from=4")
                .statusCode(200)
                .body("from.value", equalTo(2))
                .body("to.value", equalTo(2))
                .body("difference", equalTo(0))
                .body("changes.activity", contains("a", "b", "c", "d"))
                .body("changes.effect", contains(-1, -1, 1, 1))
                .body("changes.cause", contains("corrected", "withdrawn", "transition", "added"))
                .body("changes[0].events.position", contains(7));
    }

    @Test
    void evidenceOfARatioAddsUpToItsParts() {
        postEvent("a", "visit.received", "{\"title\": \"A\", \"start\": \"2014\", \"motivation\": \"planned\"}");
        postEvent("b", "visit.received", "{\"title\": \"B\", \"start\": \"2014\", \"motivation\": \"reactive\"}");

        get("allas.planned-share/evidence?period=2014")
                .body("value", equalTo(50))
                .body("numerator", equalTo(1))
                .body("activities.numerator", contains(1, null))
                .body("activities.denominator", contains(1, 1));
    }

    @Test
    void reportedValuesAreEvidenceAndTheirRevisionsExplainDifferences() {
        report("exports", "{\"period\": \"2014\", \"value\": 1400000.5, \"unit\": \"USD\"}");
        report(
                "exports",
                "{\"period\": \"2014\", \"value\": 1500000, \"unit\": \"USD\", \"revision\": 1, \"status\": \"provisional\"}");

        get("basic.exports/observations?period=2014..2015")
                .body("observations[0].value", equalTo(1500000))
                .body("observations[0].status", equalTo("provisional"))
                .body("observations[1].value", nullValue())
                .body("observations[1].reason", equalTo("not-reported"))
                .body("observations[1].missing", contains("exports"));
        get("basic.exports/evidence?period=2014").body("reports.effect", contains(1500000));
        get("basic.exports/diff?period=2014&from=2")
                .body("difference", equalTo(99999.5f))
                .body("reports.effect", containsInAnyOrder(1500000, -1400000.5f));
    }
}
