package org.bitacora.server.api.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.server.testing.TestRequests.event;
import static org.bitacora.server.testing.TestRequests.postBatch;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.reference.RandomEventHistory;
import org.bitacora.server.testing.PostgresTestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that a copy that is updated with the changes over HTTP equals a fresh download at every step. {@code
 * ChangeDifferentialIT} of projections tests the changes themselves with many more histories.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ReplicaByChangesIT {

    private static final int HISTORIES = 8;
    private static final int CODES_A_STEP = 8;

    @Inject
    IndicatorCatalogue indicatorCatalogue;

    @BeforeEach
    void withoutTheContract() {
        RestAssured.replaceFiltersWith(List.of());
    }

    @Test
    void aReplicaEqualsAFreshDownloadAtEveryStep() {
        var failures = IntStream.rangeClosed(1, HISTORIES)
                .parallel()
                .mapToObj(this::failure)
                .flatMap(Optional::stream)
                .toList();
        assertThat(failures).isEmpty();
    }

    private Optional<String> failure(int seed) {
        try {
            var life = new RandomEventHistory(seed);
            var territory = "copy-" + seed;
            RandomTerritories.register(territory);
            RandomTerritories.createDefinition(territory, "own.figure", life.definition());
            RandomTerritories.postHistory(territory, life);
            postBatch("", oddDates(territory)).then().statusCode(200);
            RandomTerritories.createDefinition(territory, "own.figure", life.definition());
            var end = RandomTerritories.readLog(territory).size();
            follow(territory, new Random(seed), end);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of("seed " + seed + ": " + e);
        }
    }

    /**
     * Returns events with unusual dates: some in wrong centuries because of typing errors, of which one is corrected
     * later, some without a day, and one without a date.
     */
    private static List<String> oddDates(String territory) {
        return List.of(
                event(territory, "odd-1", "agreement.signed", "{\"on\": \"0214-05-12\"}"),
                event(territory, "odd-2", "alliance.joined", "{\"on\": \"1799-12-31\"}"),
                event(territory, "odd-3", "visit.received", "{\"start\": \"2017-03\"}"),
                event(territory, "odd-4", "visit.received", "{\"start\": \"2940-03-01\"}"),
                event(territory, "odd-5", "agreement.signed", "{}"),
                event(territory, "odd-1", "activity.corrected", "{\"on\": \"2014-05-12\"}"),
                event(territory, "odd-6", "visit.received", "{\"start\": \"2019\"}"),
                event(territory, "odd-2", "alliance.left", "{\"on\": \"2015-06-30\"}"));
    }

    private void follow(String territory, Random random, int end) {
        Map<String, Map<String, Object>> copy = new TreeMap<>();
        long position = 0;
        boolean isBehind = true;
        while (isBehind) {
            var answer = given().get("/v1/territories/" + territory + "/changes?after=" + position + "&limit="
                            + (1 + random.nextInt(12)) + "&minPosition=" + end)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            take(copy, answer);
            position = answer.getLong("to");
            isBehind = answer.get("next") != null;
            check(copy, territory, position, random);
        }
    }

    private static void take(Map<String, Map<String, Object>> copy, JsonPath answer) {
        for (var item : answer.<Map<String, Object>>getList("items")) {
            var key = item.get("indicator") + " " + item.get("period");
            var before = copy.put(key, item);
            assertThat(item.get("oldValue"))
                    .as("what %s was at %s", key, item.get("position"))
                    .isEqualTo(before == null ? null : before.get("value"));
            assertThat((List<?>) item.get("events"))
                    .as("what moved %s, which was there: %s -> %s", key, before, item)
                    .satisfies(it -> assertThat(it.isEmpty()).isEqualTo(it.isEmpty() && before == null));
        }
    }

    private void check(Map<String, Map<String, Object>> copy, String territory, long position, Random random) {
        if (copy.isEmpty()) {
            return;
        }
        var years = copy.keySet().stream()
                .map(it -> it.substring(it.indexOf(' ') + 1))
                .filter(it -> it.length() == 4)
                .sorted()
                .toList();
        var months = years.getFirst() + "-01.." + years.getLast() + "-12";
        var codes = new ArrayList<>(
                indicatorCatalogue.all().stream().map(it -> it.code().value()).toList());
        for (int i = 0; i < CODES_A_STEP; i++) {
            var code = codes.get(random.nextInt(codes.size()));
            check(copy, territory, code, years.getFirst() + ".." + years.getLast(), position);
            check(copy, territory, code, months, position);
        }
        if (copy.containsKey("own.figure " + years.getFirst())) {
            var version = Objects.toString(Objects.requireNonNull(copy.get("own.figure " + years.getFirst()))
                    .get("version"));
            check(copy, territory, "own.figure", months + "&version=" + version, position);
        }
    }

    private static void check(
            Map<String, Map<String, Object>> copy, String territory, String code, String period, long position) {
        var fresh = given().get("/v1/territories/" + territory + "/indicators/" + code + "/observations?period="
                        + period + "&asOf=" + position)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (var observation : fresh.<Map<String, Object>>getList("observations")) {
            var key = code + " " + observation.get("period");
            var copied = copy.get(key);
            assertThat(copied).as("%s as of %d is missing", key, position).isNotNull();
            for (var what : List.of("value", "reason", "numerator", "denominator")) {
                assertThat(Objects.requireNonNull(copied).get(what))
                        .as("%s of %s as of %d", what, key, position)
                        .isEqualTo(observation.get(what));
            }
        }
    }
}
