package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.bitacora.server.testing.TestRequests.asAdmin;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.bitacora.server.testing.HttpScenario;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/**
 * Tests the ends of days and years: the date of an activity is the same in every time zone, but the day of an instant
 * depends on the time zone of the territory.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TimeZoneIT extends HttpScenario {

    /** A time zone whose date is always one or two days behind that of {@link #FIRST}. */
    private static final String LAST = "Etc/GMT+12";

    private static final String FIRST = "Pacific/Kiritimati";

    private static String territory(String zone) {
        return registered("\"timezone\": \"" + zone + "\"");
    }

    private static String registered(String more) {
        var code = "z-" + UUID.randomUUID().toString().substring(0, 12);
        asAdmin()
                .contentType("application/json")
                .body("{\"name\": \"Z\", \"kind\": \"city\", \"country\": \"BR\", " + more + "}")
                .put("/v1/territories/" + code)
                .then()
                .statusCode(201);
        return code;
    }

    private static ValidatableResponse visits(String territory, String query) {
        return given().get("/v1/territories/" + territory + "/indicators/bahia.visits/observations?" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void anActivityBelongsToTheYearOfItsDateInEveryTimeZone() {
        for (var zone : new String[] {LAST, FIRST}) {
            var territory = territory(zone);
            post(event(territory, "a", "visit.received", "{\"title\": \"A\", \"start\": \"2014-12-31\"}")
                            .replace("\"specversion\"", "\"time\": \"2015-01-01T01:00:00Z\", \"specversion\""))
                    .then()
                    .statusCode(201);
            post(event(territory, "b", "visit.received", "{\"title\": \"B\", \"start\": \"2015-01-01\"}")
                            .replace("\"specversion\"", "\"time\": \"2014-12-31T12:00:00Z\", \"specversion\""))
                    .then()
                    .statusCode(201);

            visits(territory, "period=2014-12..2015-01&minPosition=3").body("observations.value", contains(1, 1));
            visits(territory, "period=2014..2015&minPosition=3").body("observations.value", contains(1, 1));
        }
    }

    @Test
    void aDayEndsAtMidnightOfTheTerritory() {
        var today = LocalDate.now(ZoneId.of(LAST));
        var last = territory(LAST);
        var first = territory(FIRST);
        for (var territory : new String[] {last, first}) {
            post(event(territory, "a", "visit.received", "{\"title\": \"A\", \"start\": \"2014\"}"));
            visits(territory, "period=2014&minPosition=2").body("observations[0].value", equalTo(1));
        }

        visits(last, "period=2014&asOf=" + today.plusDays(1))
                .body("asOf.position", equalTo(2))
                .body("observations[0].value", equalTo(1));
        visits(last, "period=2014&asOf=" + today.minusDays(1)).body("asOf.position", equalTo(0));
        visits(first, "period=2014&asOf=" + today)
                .body("asOf.position", equalTo(0))
                .body("observations[0].value", equalTo(0));
    }

    /**
     * The day {@code today} ends after the current moment in the zone {@code LAST}, and before it in the zone {@code
     * FIRST}. If days ended in UTC, one of the two results would be wrong at any hour. The member names the group as
     * its parent, so the log of the group needs no membership event.
     */
    @Test
    void aDayOfAGroupAppliesToItsMembers() {
        var today = LocalDate.now(ZoneId.of(LAST));
        var last = groupWithAVisit(LAST);
        var first = groupWithAVisit(FIRST);

        visits(last, "period=2014&rollup=true&asOf=" + today).body("observations[0].value", equalTo(1));
        visits(first, "period=2014&rollup=true&asOf=" + today).body("observations[0].value", equalTo(0));
    }

    private static String groupWithAVisit(String zone) {
        var group = territory(zone);
        var member = registered("\"timezone\": \"UTC\", \"parent\": \"" + group + "\"");
        post(event(member, "a", "visit.received", "{\"title\": \"A\", \"start\": \"2014\"}"));
        visits(member, "period=2014&minPosition=2").body("observations[0].value", equalTo(1));
        visits(group, "period=2014&rollup=true").body("observations[0].value", equalTo(1));
        return group;
    }
}
