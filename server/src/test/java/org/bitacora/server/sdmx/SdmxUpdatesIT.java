package org.bitacora.server.sdmx;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.post;
import static org.bitacora.server.testing.TestRequests.postAccepted;

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
import org.bitacora.exchange.sdmx.SdmxIdentifiers;
import org.bitacora.projections.projector.ProjectionBacklog;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.Test;

/** Changes since a copy was harvested. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SdmxUpdatesIT extends SdmxScenario {

    @Inject
    @Named("log")
    Pool pool;

    @Inject
    ProjectionBacklog projectionBacklog;

    /** The only judged activity is withdrawn, so the share has no value any more. */
    @Test
    void removedObservationsAreDeletedSinceTheHarvest() {
        var sdmxHarvest = new SdmxHarvest().take(all(""));
        var then = Instant.now();
        postEvent("v-2", "activity.withdrawn", "{}");

        var changed = SdmxHarvest.rows(all("?updatedAfter=" + then));
        var fresh = new SdmxHarvest().take(all(""));

        assertThat(changed.stream().filter(it -> "D".equals(it.get("ACTION"))).map(SdmxHarvest::key))
                .contains("A." + territory + ".allas_planned-share.2020");
        assertThat(sdmxHarvest.take(all("?updatedAfter=" + then)).figures()).isEqualTo(fresh.figures());
    }

    /** In SDMX 3.0, a component that is present in a deletion is itself deleted. */
    @Test
    void deletionsHaveNoAttributes() {
        var then = Instant.now();
        postEvent("v-2", "activity.withdrawn", "{}");

        var json = given().get(all("?updatedAfter=" + then))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> deleted = json.getMap("data.dataSets[1].series");

        assertThat(json.getList("data.dataSets.action")).isEqualTo(List.of("Replace", "Delete"));
        assertThat(SdmxSchemaValidator.faultsOfData(json.prettify())).isEmpty();
        assertThat(deleted.values()).isNotEmpty().noneMatch(it -> it.containsKey("attributes"));
    }

    @Test
    void anUpdatedCopyEqualsAFreshHarvestAtEachStep() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var sdmxHarvest = new SdmxHarvest().take(all(""));
        for (int step = 0; step < 6; step++) {
            var then = Instant.now();
            postEvent("y-" + step, "mission.carried-out", "{\"start\": \"2013\"}");
            for (int i = 0; i <= random.nextInt(3); i++) {
                sayAnything(random);
            }
            sdmxHarvest.take(all("?updatedAfter=" + then));
            assertThat(sdmxHarvest.figures())
                    .as("seed %d", seed)
                    .isEqualTo(new SdmxHarvest().take(all("")).figures());
        }
    }

    /** Posts a random event. Some dates have year precision, so the activity is unplaced in the months. */
    private void sayAnything(Random random) {
        var activity = "a-" + random.nextInt(3);
        var date = "{\"start\": \"20%02d%s\", \"motivation\": \"%s\"}"
                .formatted(
                        10 + random.nextInt(15),
                        random.nextBoolean() ? "-0" + (1 + random.nextInt(9)) + "-11" : "",
                        random.nextBoolean() ? "planned" : "reactive");
        switch (random.nextInt(4)) {
            case 0 -> postEvent(activity, "mission.carried-out", date);
            case 1 -> postEvent(activity, "activity.corrected", date);
            case 2 -> postEvent(activity, "activity.withdrawn", "{}");
            default -> postEvent(activity, "agreement.signed", date);
        }
    }

    @Test
    void changesOfUnplacedAreReportedWhenTheValueIsUnchanged() {
        var then = Instant.now();
        postEvent("v-3", "visit.received", "{\"start\": \"2014\"}");

        var may = SdmxHarvest.rows(all(".bahia_visits?c[TIME_PERIOD]=2014-05&updatedAfter=" + then));
        var year = SdmxHarvest.rows(all(".bahia_visits?c[TIME_PERIOD]=2014&updatedAfter=" + then));

        assertThat(may).hasSize(1);
        assertThat(may.getFirst())
                .containsEntry(SdmxIdentifiers.VALUE, "1")
                .containsEntry(SdmxIdentifiers.UNPLACED, "1");
        assertThat(year.getFirst())
                .containsEntry(SdmxIdentifiers.VALUE, "2")
                .containsEntry(SdmxIdentifiers.UNPLACED, "0");
    }

    @Test
    void entriesNotYetProjectedComeWithTheNextResponse() {
        var holder = await(pool.getConnection());
        await(holder.query("begin").execute());
        await(holder.query("select position from checkpoint where territory = '" + territory + "' for update")
                .execute());
        long last = postAccepted(event(territory, "v-3", "visit.received", "{\"start\": \"2014-05-13\"}"));
        var recorded = recorded(last);
        var json = given().get(all("")).jsonPath();
        var sdmxHarvest = new SdmxHarvest().take(all(""));
        var backlogState = projectionBacklog.findFor(List.of(territory)).await().indefinitely();
        letGo(holder);
        awaitPosition(last);

        assertThat(Instant.parse(json.getString("meta.prepared"))).isBefore(recorded);
        assertThat(Instant.parse(sdmxHarvest.prepared())).isBefore(recorded);
        assertThat(backlogState.oldestRecordedAt()).contains(recorded);
        assertThat(sdmxHarvest
                        .take(all("?updatedAfter=" + sdmxHarvest.prepared()))
                        .figures())
                .isEqualTo(new SdmxHarvest().take(all("")).figures());
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
    void responsesNameTheirGeneration() {
        var generation =
                given().get("/v1/territories/" + territory + "/changes").header("Bitacora-Generation");

        assertThat(generation).isNotEmpty();
        assertThat(given().get(all("")).header("Bitacora-Generation")).isEqualTo(generation);
        assertThat(given().get(all("?updatedAfter=" + Instant.now())).header("Bitacora-Generation"))
                .isEqualTo(generation);
    }

    @Test
    void anUpdateMayBeEmpty() {
        given().get(all("?updatedAfter=" + Instant.now())).then().statusCode(204);
        given().get(all("?format=csv&updatedAfter=" + Instant.now())).then().statusCode(204);
    }

    @Test
    void aDateMeansTheBeginningOfThatDay() {
        var today = LocalDate.now(ZoneOffset.UTC);
        postEvent("v-3", "visit.received", "{\"start\": \"2014-05-13\"}");

        assertThat(SdmxHarvest.rows(all(".bahia_visits?c[TIME_PERIOD]=2014&updatedAfter=" + today)))
                .hasSize(1);
        assertThat(SdmxHarvest.rows(all(".bahia_visits?c[TIME_PERIOD]=2014&updatedAfter=2009-05-15T14:15:00")))
                .hasSize(1);
    }

    /**
     * The territories are computed one after another, so the deletions of a territory follow its replacements directly.
     */
    @Test
    void deletionsComeWithTheirTerritory() {
        var other = territory;
        postVisits();
        var then = Instant.now();
        postEvent("v-2", "activity.withdrawn", "{}");
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
        assertThat(SdmxSchemaValidator.faultsOfData(json.prettify())).isEmpty();
    }
}
