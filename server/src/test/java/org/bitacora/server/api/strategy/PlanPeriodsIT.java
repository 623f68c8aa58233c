package org.bitacora.server.api.strategy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Observations over the period of a plan, with one visit in the year before it, one in its first year and one in its
 * last.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PlanPeriodsIT extends StrategyScenario {

    private static final String VISITS = "/indicators/bahia.visits";

    private long adopted;

    @BeforeEach
    void visits() {
        for (var day : new String[] {"2013-12-31", "2014-01-01", "2017-12-31"}) {
            postEvent("v" + day, "visit.received", "{\"title\": \"V\", \"start\": \"" + day + "\"}");
        }
        put("/plan", PLAN);
        adopted = lastPosition();
    }

    private ValidatableResponse read(String below) {
        return given().get("/v1/territories/" + territory + below).then();
    }

    @Test
    void aPlanPeriodIsOneSpan() {
        read(VISITS + "/observations?period=plan:plan")
                .statusCode(200)
                .body("observations", hasSize(1))
                .body("observations[0].period", equalTo("2014/2017"))
                .body("observations[0].value", equalTo(2));
    }

    @Test
    void thePlanIsTakenAsOfTheRequestedMoment() {
        put("/plan", PLAN.replace("2014/2017", "2013/2017")).statusCode(200);

        read(VISITS + "/observations?period=plan:plan").body("observations[0].value", equalTo(3));
        read(VISITS + "/observations?period=plan:plan&asOf=" + adopted).body("observations[0].value", equalTo(2));
        read(VISITS + "/diff?period=plan:plan&from=2&to=" + adopted)
                .statusCode(200)
                .body("period", equalTo("2014/2017"))
                .body("from.value", equalTo(0))
                .body("to.value", equalTo(2));
    }

    @Test
    void theEvidenceOfAPlanPeriodIsListed() {
        read(VISITS + "/evidence?period=plan:plan")
                .statusCode(200)
                .body("value", equalTo(2))
                .body("activities", hasSize(2));
    }

    @Test
    void mapsAndAttainmentCoverThePlanPeriod() {
        read("/reports/activity-map?period=plan:plan").statusCode(200).body("period", equalTo("2014/2017"));
        read("/actors/map?baselinePeriod=plan:plan&period=2013")
                .statusCode(200)
                .body("baselinePeriod", equalTo("2014/2017"));
        get("/plan/attainment?period=plan:plan").statusCode(200).body("period", equalTo("2014/2017"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/indicators/bahia.visits/observations?period=plan:other",
                "/indicators/bahia.visits/observations?period=plan:",
                "/indicators/bahia.visits/observations?period=plan:plan&asOf=1",
                "/indicators/bahia.visits/evidence?period=plan:other",
                "/strategies/plan/scorecard?period=plan:other",
            })
    void aPlanThatWasNotAdoptedHasNoYears(String address) {
        read(address)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/query/period"))
                .body("detail", containsString("adopted"));
    }
}
