package org.bitacora.api.sdmx;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.bitacora.api.testing.RealDatabase;
import org.junit.jupiter.api.Test;

/** What changed since a copy was harvested. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SdmxUpdatesIT extends OfVisits {

    /** The only activity that is judged is withdrawn: a share of none is no value any more. */
    @Test
    void whatIsNoMoreIsDeletedSinceItWasHarvested() {
        var harvested = new Harvested().take(all(""));
        var then = Instant.now();
        say("v-2", "activity.withdrawn", "{}");

        var changed = Harvested.rows(all("?updatedAfter=" + then));
        var fresh = new Harvested().take(all(""));

        assertThat(changed.stream().filter(it -> "D".equals(it.get("ACTION"))).map(Harvested::key))
                .contains("A." + territory + ".allas_planned-share.2020");
        assertThat(harvested.take(all("?updatedAfter=" + then)).values()).isEqualTo(fresh.values());
        var json = given().get(all("?updatedAfter=" + then))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(json.getList("data.dataSets.action")).isEqualTo(List.of("Replace", "Delete"));
        assertThat(SdmxRules.faultsOfData(json.prettify())).isEmpty();
    }

    @Test
    void aHarvesterThatFollowsHasAtEachStepWhatAFreshOneHas() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var harvested = new Harvested().take(all(""));
        for (int step = 0; step < 6; step++) {
            var then = Instant.now();
            for (int i = 0; i <= random.nextInt(3); i++) {
                sayAnything(random);
            }
            harvested.take(all("?updatedAfter=" + then));
            assertThat(harvested.values())
                    .as("seed %d", seed)
                    .isEqualTo(new Harvested().take(all("")).values());
        }
    }

    private void sayAnything(Random random) {
        var activity = "a-" + random.nextInt(3);
        var date = "{\"start\": \"20%02d-0%d-11\", \"motivation\": \"%s\"}"
                .formatted(
                        10 + random.nextInt(15), 1 + random.nextInt(9), random.nextBoolean() ? "planned" : "reactive");
        switch (random.nextInt(4)) {
            case 0 -> say(activity, "mission.carried-out", date);
            case 1 -> say(activity, "activity.corrected", date);
            case 2 -> say(activity, "activity.withdrawn", "{}");
            default -> say(activity, "agreement.signed", date);
        }
    }

    @Test
    void aDayMeansSinceItsBeginning() {
        var today = LocalDate.now(ZoneOffset.UTC);
        say("v-3", "visit.received", "{\"start\": \"2014-05-13\"}");

        assertThat(Harvested.rows(all(".bahia_visits?c[TIME_PERIOD]=2014&updatedAfter=" + today)))
                .hasSize(1);
        assertThat(Harvested.rows(all(".bahia_visits?c[TIME_PERIOD]=2014&updatedAfter=2009-05-15T14:15:00")))
                .hasSize(1);
    }
}
