package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.bitacora.server.sample.DemoSamples;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that the demo has the figures that the source document prints, and those that were counted independently from
 * the samples.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DemoObservationsIT extends HttpScenario {

    private static final int BAHIA_ENTRIES = 622;

    @Inject
    DemoSamples demoSamples;

    @BeforeEach
    void load() {
        demoSamples.load();
    }

    private static ValidatableResponse observe(String territory, String code, String query) {
        return given().get("/v1/territories/%s/indicators/%s/observations?%s".formatted(territory, code, query))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse bahia(String code, String query) {
        return observe("br-ba", code, query + "&minPosition=" + BAHIA_ENTRIES);
    }

    @Test
    void bahiaHas462DistinctActionsWhoseCategoriesAddTo474() {
        bahia("bahia.actions", "period=2014&by=category")
                .body("observations[0].value", equalTo(462))
                .body("observations[0].unplaced", equalTo(0))
                .body("observations[0].breakdown.distinctTotal", equalTo(462))
                .body("observations[0].breakdown.sumOfParts", equalTo(474))
                .body("observations[0].breakdown.inSeveral", equalTo(12))
                .body("observations[0].breakdown.unclassified", equalTo(0))
                .body(
                        "observations[0].breakdown.parts.member",
                        contains(
                                "mission-abroad", "visit-received", "agreement-signed", "event-abroad", "event-hosted"))
                .body("observations[0].breakdown.parts.value", contains(65, 203, 86, 54, 66));
    }

    @Test
    void agreementsByKindAndByCategoryAreDifferentFigures() {
        bahia("bh.agreements", "period=2014").body("observations[0].value", equalTo(74));
        bahia("bahia.agreements", "period=2014").body("observations[0].value", equalTo(86));
    }

    @Test
    void aDateWithYearPrecisionIsUnplacedInShorterPeriods() {
        bahia("bahia.actions", "period=2014-Q1..2014-Q4")
                .body("observations.value", contains(88, 126, 126, 119))
                .body("observations.unplaced", contains(3, 3, 3, 3));
        bahia("bahia.actions", "period=2014&by=month")
                .body("observations[0].breakdown.parts.value", contains(21, 26, 41, 43, 53, 30, 27, 45, 54, 49, 45, 25))
                .body("observations[0].breakdown.unplaced", equalTo(3));
    }

    @Test
    void countriesAreThoseOfTheCounterparts() {
        bahia("bahia.actions", "period=2014&by=country")
                .body("observations[0].breakdown.parts", hasSize(38))
                .body("observations[0].breakdown.sumOfParts", equalTo(459))
                .body("observations[0].breakdown.inSeveral", equalTo(31))
                .body("observations[0].breakdown.unclassified", equalTo(34))
                .body("observations[0].breakdown.parts.find { it.member == 'PT' }.value", equalTo(41));
    }

    @Test
    void beloHorizonteHasTheFiguresOfItsFourYears() {
        observe("br-belo-horizonte", "bh.actions", "period=2010..2013&minPosition=402")
                .body("observations.value", contains(37, 44, 55, 53));
        observe("br-belo-horizonte", "bh.volunteers", "period=2010..2013")
                .body("observations.value", contains(213, 311, 300, 348));
        observe("br-belo-horizonte", "bh.investments", "period=2010..2013")
                .body("observations.value", contains(3, 1, 4, 3));
        observe("br-belo-horizonte", "bh.agreements", "period=2010..2013")
                .body("observations.value", contains(3, 4, 5, 5));
        observe("br-belo-horizonte", "bh.alliances", "period=2010..2013")
                .body("observations.value", contains(3, 3, 3, 3));
        observe("br-belo-horizonte", "bh.actions", "period=2010/2013").body("observations.value", contains(189));
    }

    @Test
    void theActivityMapPrintsTheSharesOfTheDocument() {
        given().get("/v1/territories/br-ba/reports/activity-map?period=2014&minPosition=" + BAHIA_ENTRIES)
                .then()
                .statusCode(200)
                .body("total", equalTo(462))
                .body("sumOfParts", equalTo(474))
                .body("inSeveral", equalTo(12))
                .body("parts.value", contains(65, 203, 86, 54, 66))
                .body("parts.percent", contains(14, 44, 19, 12, 14))
                .body("parts[1].share.toDouble()", closeTo(0.4394, 0.00001));
    }

    @Test
    void theActivityMapIsAvailableAsHtmlAndCsv() {
        given().accept("text/html")
                .header("Accept-Language", "pt-BR,pt;q=0.9")
                .get("/v1/territories/br-ba/reports/activity-map?period=2014&minPosition=" + BAHIA_ENTRIES)
                .then()
                .contentType("text/html")
                .body(containsString("Visitas recebidas"))
                .body(containsString("<svg"));
        given().accept("text/csv")
                .get("/v1/territories/br-ba/reports/activity-map?period=2014&minPosition=" + BAHIA_ENTRIES)
                .then()
                .contentType("text/csv")
                .body(containsString("2014,visit-received,Visitas recibidas,203,0.4394,44\r\n"));
    }
}
