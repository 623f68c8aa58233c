package org.bitacora.server.api.strategy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.bitacora.server.sample.DemoSamples;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four-year plan of the demo has the figures of its README. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class DemoPlanIT extends HttpScenario {

    private static final String PLAN = "/v1/territories/br-belo-horizonte/strategies/ppag-2010";
    private static final int END = 402;

    @Inject
    DemoSamples demoSamples;

    @BeforeEach
    void load() {
        demoSamples.load();
    }

    private static ValidatableResponse get(String below) {
        return given().get(PLAN + below).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2010, green green green green green green",
        "2011, amber green green red green green",
        "2012, green green green green red green",
        "2013, red red green red red green",
    })
    void everyYearIsComparedWithItsTargets(String year, String statuses) {
        get("/attainment?minPosition=" + END + "&period=" + year)
                .body(
                        "results.measure.code",
                        contains("actions", "agreements", "alliances", "investments", "volunteers", "trust"))
                .body("results.measure.status", equalTo(List.of(statuses.split(" ", -1))));
    }

    @Test
    void requiredImprovementsIncludeFeedback() {
        get("/attainment?minPosition=" + END + "&period=2012")
                .body("results.find { it.measure.code == 'volunteers' }.gap", equalTo(60))
                .body(
                        "results.find { it.measure.code == 'volunteers' }.measure.note",
                        equalTo("No hubo convocatoria en el segundo semestre."))
                .body(
                        "results.find { it.measure.code == 'actions' }.feedback.text",
                        hasItem("Cambiaron al responsable a mitad del proyecto."));
    }

    @Test
    void aScorecardAsOfThePastHasTheTargetAsOfThen() {
        var positions = given().get("/v1/territories/br-belo-horizonte/log?limit=1000")
                .jsonPath()
                .getList("items.findAll { it.type == 'org.bitacora.review.recorded' }.position", Integer.class);
        int second = positions.get(1);
        var investments = "perspectives.objectives.flatten().measures.flatten().find { it.code == 'investments' }.";

        get("/scorecard?period=2012&asOf=" + (second - 1)).body(investments + "target", equalTo(4));
        get("/scorecard?period=2012").body(investments + "target", equalTo(3)).body(investments + "value", equalTo(4));
        get("/diff?from=" + (second - 1) + "&to=" + (second + 1))
                .body("changes.key", contains("investments", "r2011"))
                .body("changes[0].after.review", equalTo("r2011"));
    }

    @Test
    void everyLinkOfTheMapHasItsEvidence() {
        get("/map?period=2012&minPosition=" + END)
                .body("links", hasSize(4))
                .body("links.causePeriod", everyItem(equalTo("2011")));
    }
}
