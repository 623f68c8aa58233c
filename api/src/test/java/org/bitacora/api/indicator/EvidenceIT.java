package org.bitacora.api.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.api.testing.Calls.asAdmin;
import static org.bitacora.api.testing.Calls.event;
import static org.bitacora.api.testing.Calls.freshTerritory;
import static org.bitacora.api.testing.Calls.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.bitacora.api.testing.OverHttp;
import org.bitacora.api.testing.RealDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a figure comes from, why it changed, of several territories at once, and in every format. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class EvidenceIT extends OverHttp {

    private final Map<String, Long> ends = new HashMap<>();
    private String territory = "";

    @BeforeEach
    void found() {
        territory = freshTerritory();
    }

    private void say(String activity, String type, String data) {
        var position = post(event(territory, activity, type, data))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("position");
        ends.put(territory, position);
    }

    /** What was said last, of whichever territory, is waited for. */
    private ValidatableResponse get(String path) {
        ends.forEach((code, end) -> given().get("/v1/territories/" + code + "?minPosition=" + end)
                .then()
                .statusCode(200));
        return given().get("/v1/territories/" + territory + "/indicators/" + path)
                .then();
    }

    private void threeVisits() {
        say("a", "visit.received", "{\"title\": \"A\", \"start\": \"2014-05-12\"}");
        say("b", "visit.received", "{\"title\": \"B\", \"start\": \"2014-06\"}");
        say("c", "visit.announced", "{\"title\": \"C\", \"start\": \"2014-07-01\"}");
    }

    @Test
    void evidenceNamesTheActivitiesAndTheEventsBehindAFigure() {
        threeVisits();
        say("a", "activity.corrected", "{\"title\": \"AA\"}");

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
    void pagesOfEvidenceStayWhatTheyWereWhileMoreIsSaid() {
        threeVisits();
        var next = get("bahia.visits/evidence?period=2014&limit=1")
                .body("activities.activity", contains("a"))
                .body("next", notNullValue())
                .extract()
                .jsonPath()
                .getString("next");

        say("b", "activity.withdrawn", "{}");

        given().urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("value", equalTo(2))
                .body("activities.activity", contains("b"))
                .body("next", nullValue());
    }

    @Test
    void aCorrectionAfterTheYearsReportIsExplained() {
        threeVisits();
        say("b", "activity.withdrawn", "{}");
        say("c", "visit.received", "{}");
        say("a", "activity.corrected", "{\"start\": \"2015-01-01\"}");
        say("d", "visit.received", "{\"title\": \"D\", \"start\": \"2014-09\"}");

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
    void aReclassificationIsToldApartFromACorrection() {
        threeVisits();
        say("a", "activity.corrected", "{\"categories\": [\"agreement-signed\"]}");

        get("bahia.agreements/diff?period=2014&from=4").body("changes.cause", contains("reclassified"));
    }

    @Test
    void evidenceOfARatioAddsUpToItsParts() {
        say("a", "visit.received", "{\"title\": \"A\", \"start\": \"2014\", \"motivation\": \"planned\"}");
        say("b", "visit.received", "{\"title\": \"B\", \"start\": \"2014\", \"motivation\": \"reactive\"}");

        get("allas.planned-share/evidence?period=2014")
                .body("value", equalTo(50))
                .body("numerator", equalTo(1))
                .body("activities.numerator", contains(1, null))
                .body("activities.denominator", contains(1, 1));
    }

    @Test
    void reportsAreEvidenceTooAndARevisionExplainsADifference() {
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

    private void report(String series, String data) {
        say(series, "measure.reported", data);
    }

    @Test
    void moneyIsConvertedByReportedRatesOrNamedAsMissing() {
        say("a", "project.started", """
                {"title": "A", "start": "2014-05-12", "amounts": [
                 {"value": "1000", "currency": "BRL", "purpose": "cooperation"},
                 {"value": "7", "currency": "EUR", "purpose": "cooperation"},
                 {"value": "100", "currency": "USD", "purpose": "cooperation"}]}""");

        get("basic.cooperation-resources/observations?period=2014")
                .body("observations[0].value", equalTo(100))
                .body("observations[0].status", equalTo("incomplete"))
                .body("observations[0].missing", contains("exchange-rate.BRL.USD", "exchange-rate.EUR.USD"));
        report("exchange-rate.BRL.USD", "{\"period\": \"2014\", \"value\": 0.4, \"unit\": \"USD/BRL\"}");
        report("exchange-rate.USD.EUR", "{\"period\": \"2014-05\", \"value\": 0.7, \"unit\": \"EUR/USD\"}");
        get("basic.cooperation-resources/observations?period=2014")
                .body("observations[0].value", equalTo(510))
                .body("observations[0].status", equalTo("normal"));
    }

    @Test
    void aShareOfMoneyInAnotherCurrencyIsNone() {
        report("budget-international", "{\"period\": \"2014\", \"value\": 3, \"unit\": \"USD\"}");
        report("budget-total", "{\"period\": \"2014\", \"value\": 100, \"unit\": \"BRL\"}");

        get("basic.budget-share/observations?period=2014")
                .body("observations[0].value", nullValue())
                .body("observations[0].reason", equalTo("other-unit"));
    }

    @Test
    void aFigureForInhabitantsNeedsThePopulation() {
        threeVisits();
        get("bahia.visits/observations?period=2014&per=100000").body("observations[0].reason", equalTo("not-reported"));
        report("population", "{\"period\": \"2014\", \"value\": 50000, \"unit\": \"persons\"}");

        get("bahia.visits/observations?period=2014&per=100000")
                .body("observations[0].value", equalTo(4))
                .body("indicator.unit", equalTo("activities/100000"));
        get("allas.planned-share/observations?period=2014&per=100000").statusCode(400);
    }

    @Test
    void anAgreementIsInForceFromItsSignatureToItsEnd() {
        say("a", "agreement.signed", "{\"title\": \"A\", \"start\": \"2013-05-12\", \"end\": \"2014-06-30\"}");
        say("b", "agreement.signed", "{\"title\": \"B\", \"start\": \"2014-03-01\"}");
        say("b", "agreement.ended", "{\"on\": \"2014-09-01\"}");
        say("c", "agreement.signed", "{\"title\": \"C\", \"start\": \"2014\"}");

        get("allas.agreements-in-force/observations?period=2014&by=quarter")
                .body("observations[0].value", equalTo(1))
                .body("observations[0].breakdown.parts.value", contains(2, 2, 0, 1));
        get("allas.agreements-in-force/observations?period=2014-03").body("observations[0].unplaced", equalTo(1));
        get("allas.agreements-in-force/observations?period=2014-03&status=planned")
                .body("observations[0].value", equalTo(2));
    }

    @Test
    void aNetworkIsItsMembersOnTheDaysOfTheirMembership() {
        threeVisits();
        say("shared", "mission.carried-out", "{\"title\": \"S\", \"start\": \"2014-02-01\", \"joint\": \"expo\"}");
        var first = territory;
        territory = freshTerritory();
        say("ours", "mission.carried-out", "{\"title\": \"S\", \"start\": \"2014-02-01\", \"joint\": \"expo\"}");
        var second = territory;
        territory = freshTerritory();
        member(first, "{}").statusCode(200);
        member(second, "{\"from\": \"2014-01-01\", \"to\": \"2014-12-31\"}")
                .statusCode(200)
                .body("from", equalTo("2014-01-01"));
        member(second, "{\"from\": \"2014-01-01\", \"to\": \"2013-12-31\"}").statusCode(422);
        member(territory, "{}").statusCode(422);
        member("t-unknown", "{}").statusCode(404);

        given().get("/v1/territories/" + territory + "/members").then().body("items", hasSize(2));
        get("bh.actions/observations?period=2014").body("observations[0].value", equalTo(0));
        var link = get("bh.actions/observations?period=2014&rollup=true&by=kind")
                .statusCode(200)
                .body("observations[0].value", equalTo(3))
                .body("observations[0].breakdown.parts.value", contains(2, 1))
                .body("asOf.positions", notNullValue())
                .extract()
                .jsonPath()
                .getString("observations[0].evidence");
        given().urlEncodingEnabled(false)
                .get(link)
                .then()
                .statusCode(200)
                .body("value", equalTo(3))
                .body("activities", hasSize(3));
        member(second, "{\"from\": \"2014-03-01\"}").statusCode(200);
        get("bh.actions/observations?period=2014&rollup=true&kind=mission").body("observations[0].value", equalTo(1));
        get("bh.actions/observations?period=2014-02&rollup=true&territory=x").statusCode(400);
    }

    @Test
    void aMembershipThatGoesToAndFroIsWhatWasSaidLast() {
        var city = territory;
        territory = freshTerritory();
        member(city, "{}");
        member(city, "{\"to\": \"2014-12-31\"}");
        member(city, "{}");
        member(city, "{\"to\": \"2014-12-31\"}");
        member(city, "{\"to\": \"2014-12-31\"}");

        given().get("/v1/territories/" + territory + "/members?minPosition=5")
                .then()
                .body("items.to", contains("2014-12-31"));
        given().get("/v1/territories/" + territory).then().body("position", equalTo(5));
    }

    @Test
    void whatMembersReportedAddsUpWhereAllOfThemDid() {
        report("tourists", "{\"period\": \"2014\", \"value\": 3, \"unit\": \"persons\", \"status\": \"provisional\"}");
        var first = territory;
        territory = freshTerritory();
        say("v", "visit.received", "{\"start\": \"2014\"}");
        var second = territory;
        territory = freshTerritory();
        member(first, "{}");
        member(second, "{}");
        var figure = "basic.tourists/observations?period=2014&rollup=true";

        get(figure).body("observations[0].reason", equalTo("not-reported"));
        var whole = territory;
        territory = second;
        report("tourists", "{\"period\": \"2014-S1\", \"value\": 4, \"unit\": \"persons\"}");
        territory = whole;
        get(figure)
                .body("observations[0].value", equalTo(7))
                .body("observations[0].status", equalTo("incomplete"))
                .body("observations[0].missing", contains("tourists"));
        get("basic.tourists/evidence?period=2014&rollup=true").body("reports.effect", containsInAnyOrder(3, 4));
        report("tourists", "{\"period\": \"2014\", \"value\": 9, \"unit\": \"persons\"}");
        get(figure).body("observations[0].value", equalTo(9));
        get("basic.tourists/evidence?period=2014&rollup=true").body("reports.effect", contains(9));
    }

    private ValidatableResponse member(String code, String days) {
        return asAdmin()
                .contentType("application/json")
                .body(days)
                .put("/v1/territories/" + territory + "/members/" + code)
                .then();
    }

    @Test
    void manyTerritoriesAnswerAtOnce() {
        threeVisits();
        var first = territory;
        territory = freshTerritory();

        given().get("/v1/observations?indicator=bahia.visits,bh.actions&period=2014&territory=" + first + ","
                        + territory)
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items.findAll { it.territory == '" + first + "' }.observations.flatten().value", contains(2, 2))
                .body("next", nullValue());
        given().accept("application/json")
                .get("/v1/observations?indicator=bahia.visits&period=2014&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", containsString("cursor="));
        given().get("/v1/observations?indicator=bahia.visits&period=2014&territory=nobody")
                .then()
                .statusCode(404);
        given().get("/v1/observations?indicator=x&period=2014").then().statusCode(404);
        given().get("/v1/observations?period=2014").then().statusCode(400);
    }

    @Test
    void everyFormatHasTheSameValues() throws IOException {
        threeVisits();
        say("d", "visit.received", """
                {"title": "D", "start": "2014-08-01", "motivation": "planned",
                 "counterparts": [{"name": "Rosario", "country": "AR"}]}""");
        say("e", "visit.received", "{\"title\": \"E\", \"start\": \"2014-08-01\", \"motivation\": \"reactive\"}");
        say("f", "visit.received", "{\"title\": \"F\", \"start\": \"2014-08-01\", \"motivation\": \"reactive\"}");
        var path = "allas.planned-share/observations?period=2014&by=country";

        var value = get(path).extract().jsonPath().getString("observations[0].value");
        assertThat(value).startsWith("33.333");
        var csv = get(path + "&format=csv").statusCode(200).extract().asString();
        assertThat(csv).contains("," + value.substring(0, 6)).contains("\r\n").startsWith("territory,indicator");
        var spanish = get(path + "&format=csv&dialect=es").extract().asByteArray();
        assertThat(new String(spanish, StandardCharsets.UTF_8))
                .startsWith("\uFEFFterritory;")
                .contains(";33,3333");
        get(path + "&format=json-stat")
                .statusCode(200)
                .body("id", contains("period", "country"))
                .body("size", contains(1, 2))
                .body("value.'0'", equalTo(33.333332f))
                .body("value.'1'", equalTo(100));
        assertThat(sheet(get(path + "&format=xlsx").statusCode(200).extract().asByteArray()))
                .contains("33.3333333");
        get(path + "&format=csv&dialect=xx").statusCode(400);
    }

    /** Its entries tell their sizes at the end of the file alone: a stream of it is no use. */
    private static String sheet(byte[] book) throws IOException {
        var file = Files.createTempFile("bitacora", ".xlsx");
        Files.write(file, book);
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = zip.getInputStream(Objects.requireNonNull(zip.getEntry("xl/worksheets/sheet1.xml")));
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void whatCannotBeBrokenDownIsRefused() {
        get("basic.exports/observations?period=2014&by=country").statusCode(400);
        get("bh.actions/observations?period=2014&by=colour").statusCode(400);
        get("bh.actions/observations?period=2014&by=kind,country,theme").statusCode(400);
    }
}
