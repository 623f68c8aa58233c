package org.bitacora.server.api.strategy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.asAdmin;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that a scorecard uses the current day in the time zone of the territory. At any hour, one of the two zones has
 * another day than UTC: the first is 14 hours ahead, the second 12 hours behind.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ScorecardDayIT extends HttpScenario {

    private static final String VISITS = "perspectives[0].objectives[0].measures[0].";

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12"})
    void anOverrideHoldsUpToItsLastDayInTheZoneOfTheTerritory(String zone) {
        var zoneId = ZoneId.of(zone);
        LocalDate today;
        String untilToday;
        String untilYesterday;
        do {
            today = LocalDate.now(zoneId);
            untilToday = overrideAuthor(zone, today);
            untilYesterday = overrideAuthor(zone, today.minusDays(1));
        } while (!today.equals(LocalDate.now(zoneId)));

        assertThat(untilToday).isEqualTo("A");
        assertThat(untilYesterday).isNull();
    }

    private static String overrideAuthor(String zone, LocalDate until) {
        var code = "z-" + UUID.randomUUID().toString().substring(0, 12);
        put(
                "/v1/territories/" + code,
                "{\"name\": \"Z\", \"kind\": \"city\", \"country\": \"BR\", \"timezone\": \"" + zone + "\"}");
        put("/v1/territories/" + code + "/strategies/plan", StrategyScenario.PLAN);
        asAdmin()
                .contentType("application/json")
                .body("""
                        {"of": "visits", "period": "2014", "status": "amber", "author": "A", "reason": "R",
                         "until": "%s"}""".formatted(until))
                .post("/v1/territories/" + code + "/strategies/plan/overrides")
                .then()
                .statusCode(200);
        return given().get("/v1/territories/" + code + "/strategies/plan/scorecard?period=2014&minPosition=3")
                .then()
                .statusCode(200)
                .extract()
                .path(VISITS + "override.author");
    }

    private static void put(String path, String body) {
        asAdmin().contentType("application/json").body(body).put(path).then().statusCode(201);
    }
}
