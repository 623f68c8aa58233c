package org.bitacora.server.sdmx;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.Calls.appended;
import static org.bitacora.server.testing.Calls.event;
import static org.bitacora.server.testing.Calls.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bitacora.exchange.sdmx.Ids;
import org.bitacora.projections.projector.Pending;
import org.bitacora.server.testing.RealDatabase;
import org.junit.jupiter.api.Test;

/** What changed since a copy was harvested. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SdmxUpdatesIT extends OfVisits {

    @Inject
    @Named("log")
    Pool pool;

    @Inject
    Pending pending;

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
        assertThat(harvested.take(all("?updatedAfter=" + then)).figures()).isEqualTo(fresh.figures());
    }

    /** In SDMX 3.0 a component that is there in what is to be deleted is deleted itself. */
    @Test
    void whatIsDeletedHasNoAttributes() {
        var then = Instant.now();
        say("v-2", "activity.withdrawn", "{}");

        var json = given().get(all("?updatedAfter=" + then))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> deleted = json.getMap("data.dataSets[1].series");

        assertThat(json.getList("data.dataSets.action")).isEqualTo(List.of("Replace", "Delete"));
        assertThat(SdmxRules.faultsOfData(json.prettify())).isEmpty();
        assertThat(deleted.values()).isNotEmpty().noneMatch(it -> it.containsKey("attributes"));
    }

    @Test
    void aHarvesterThatFollowsHasAtEachStepWhatAFreshOneHas() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var harvested = new Harvested().take(all(""));
        for (int step = 0; step < 6; step++) {
            var then = Instant.now();
            say("y-" + step, "mission.carried-out", "{\"start\": \"2013\"}");
            for (int i = 0; i <= random.nextInt(3); i++) {
                sayAnything(random);
            }
            harvested.take(all("?updatedAfter=" + then));
            assertThat(harvested.figures())
                    .as("seed %d", seed)
                    .isEqualTo(new Harvested().take(all("")).figures());
        }
    }

    /** Some dates are years: what may or may not belong to a month is unplaced there. */
    private void sayAnything(Random random) {
        var activity = "a-" + random.nextInt(3);
        var date = "{\"start\": \"20%02d%s\", \"motivation\": \"%s\"}"
                .formatted(
                        10 + random.nextInt(15),
                        random.nextBoolean() ? "-0" + (1 + random.nextInt(9)) + "-11" : "",
                        random.nextBoolean() ? "planned" : "reactive");
        switch (random.nextInt(4)) {
            case 0 -> say(activity, "mission.carried-out", date);
            case 1 -> say(activity, "activity.corrected", date);
            case 2 -> say(activity, "activity.withdrawn", "{}");
            default -> say(activity, "agreement.signed", date);
        }
    }

    @Test
    void whatIsUnplacedIsToldWhereTheValueStays() {
        var then = Instant.now();
        say("v-3", "visit.received", "{\"start\": \"2014\"}");

        var may = Harvested.rows(all(".bahia_visits?c[TIME_PERIOD]=2014-05&updatedAfter=" + then));
        var year = Harvested.rows(all(".bahia_visits?c[TIME_PERIOD]=2014&updatedAfter=" + then));

        assertThat(may).hasSize(1);
        assertThat(may.getFirst()).containsEntry(Ids.VALUE, "1").containsEntry(Ids.UNPLACED, "1");
        assertThat(year.getFirst()).containsEntry(Ids.VALUE, "2").containsEntry(Ids.UNPLACED, "0");
    }

    @Test
    void whatIsRecordedAndNotFollowedYetComesWithTheNextAnswer() {
        var holder = await(pool.getConnection());
        await(holder.query("begin").execute());
        await(holder.query("select position from checkpoint where territory = '" + territory + "' for update")
                .execute());
        long last = appended(event(territory, "v-3", "visit.received", "{\"start\": \"2014-05-13\"}"));
        var recorded = recorded(last);
        var json = given().get(all("")).jsonPath();
        var harvested = new Harvested().take(all(""));
        var waiting = pending.of(List.of(territory)).await().indefinitely();
        letGo(holder);
        awaitFollowed(last);

        assertThat(Instant.parse(json.getString("meta.prepared"))).isBefore(recorded);
        assertThat(Instant.parse(harvested.prepared())).isBefore(recorded);
        assertThat(waiting.first()).contains(recorded);
        assertThat(harvested.take(all("?updatedAfter=" + harvested.prepared())).figures())
                .isEqualTo(new Harvested().take(all("")).figures());
    }

    private Instant recorded(long position) {
        return Instant.parse(given().get("/v1/territories/" + territory + "/log?after=" + (position - 1) + "&limit=1")
                .jsonPath()
                .getString("items[0].recordedAt"));
    }

    private static void letGo(SqlConnection holder) {
        await(holder.query("rollback").execute());
        await(holder.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void answersSayOfWhichGenerationTheyAre() {
        var generation =
                given().get("/v1/territories/" + territory + "/changes").header("Bitacora-Generation");

        assertThat(generation).isNotEmpty();
        assertThat(given().get(all("")).header("Bitacora-Generation")).isEqualTo(generation);
        assertThat(given().get(all("?updatedAfter=" + Instant.now())).header("Bitacora-Generation"))
                .isEqualTo(generation);
    }

    @Test
    void nothingMayHaveChanged() {
        given().get(all("?updatedAfter=" + Instant.now())).then().statusCode(204);
        given().get(all("?format=csv&updatedAfter=" + Instant.now())).then().statusCode(204);
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

    /** One territory after another: none has to wait until all are computed. */
    @Test
    void whatIsDeletedComesWithItsTerritory() {
        var other = territory;
        tellOfVisits();
        var then = Instant.now();
        say("v-2", "activity.withdrawn", "{}");
        post(event(other, "v-2", "activity.withdrawn", "{}"));
        given().get("/v1/territories/" + other + "/activities?minPosition=4")
                .then()
                .statusCode(200);

        var both = all("").replace("*." + territory, "*." + territory + "%2B" + other);
        var json = given().urlEncodingEnabled(false)
                .get(both + "?updatedAfter=" + then)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(json.getList("data.dataSets.action")).isEqualTo(List.of("Replace", "Delete", "Replace", "Delete"));
        assertThat(SdmxRules.faultsOfData(json.prettify())).isEmpty();
    }
}
