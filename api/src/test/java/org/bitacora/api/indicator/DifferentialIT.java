package org.bitacora.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bitacora.api.testing.Calls;
import org.bitacora.api.testing.RealDatabase;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.indicator.Breaking;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.projections.indicator.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random histories, each asked at random moments in random cuts: what the API answers is what {@link Obvious} computes
 * from the events, the evidence adds up to it, and so does what changed it. A failure names the seed.
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class DifferentialIT {

    private static final int HISTORIES = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Inject
    Catalogue catalogue;

    @BeforeEach
    void withoutTheContract() {
        RestAssured.replaceFiltersWith(List.of());
    }

    /** What is asked of a territory. */
    private record Asked(
            String territory, Definition definition, String period, List<String> by, List<String> filter, long asOf) {
        String path(String resource, String query) {
            var filtered = filter.isEmpty() ? "" : "&" + filter.getFirst() + "=" + filter.getLast();
            return "/v1/territories/" + territory + "/indicators/" + definition.code() + "/" + resource + "?period="
                    + URLEncoder.encode(period, StandardCharsets.UTF_8) + filtered + query;
        }

        Filter where() {
            return filter.isEmpty()
                    ? Filter.EVERYTHING
                    : new Filter(Map.of(Field.of(filter.getFirst()).orElseThrow(), Set.of(filter.getLast())));
        }

        List<Grouping> groupings() {
            return by.stream().map(it -> Grouping.of(it).orElseThrow()).toList();
        }
    }

    @Test
    void theApiAnswersWhatFollowsFromTheEvents() {
        var definitions = List.copyOf(catalogue.all());
        var failures = IntStream.rangeClosed(1, HISTORIES)
                .parallel()
                .mapToObj(seed -> failure(seed, definitions.get(seed % definitions.size())))
                .flatMap(Optional::stream)
                .toList();
        assertThat(failures).isEmpty();
    }

    private static Optional<String> failure(int seed, Definition definition) {
        try {
            var life = new RandomLife(seed);
            var log = lived(life, seed);
            check(life, log, definition, seed);
            check(life, log, definition, seed);
            checkDifference(life, definition, seed, log.size());
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e.toString());
        }
    }

    private static void check(RandomLife life, List<Told> log, Definition definition, int seed) {
        var by = Optional.of(life.by()).filter(it -> isPossible(definition, it)).orElse(List.of());
        var asked = new Asked(territory(seed), definition, life.period(), by, life.filter(), life.upTo(log.size()));
        check(asked, log, "seed " + seed + ": " + asked.path("observations", "&by=" + by + "&asOf=" + asked.asOf()));
    }

    private static boolean isPossible(Definition definition, List<String> by) {
        return Breaking.isPossible(
                definition.measure(),
                by.stream().map(it -> Grouping.of(it).orElseThrow()).toList());
    }

    private static String territory(int seed) {
        return "life-" + seed;
    }

    private static List<Told> lived(RandomLife life, int seed) {
        var territory = territory(seed);
        Calls.asAdmin()
                .contentType("application/json")
                .body("""
                {"name": "Random city", "kind": "city", "country": "BR", "timezone": "America/Bahia"}""")
                .put("/v1/territories/" + territory)
                .then()
                .statusCode(201);
        json(Calls.postBatch("", life.events(territory)));
        var log = new ArrayList<Told>();
        json(get("/v1/territories/" + territory + "/log?limit=1000"))
                .path("items")
                .forEach(it -> log.add(told(it)));
        return log;
    }

    private static Told told(JsonNode entry) {
        return new Told(
                entry.path("position").asLong(),
                Instant.parse(entry.path("recordedAt").asText()),
                new EventKey(entry.path("source").asText(), entry.path("id").asText()),
                entry.path("type").asText(),
                entry.path("subject").asText(),
                (Json.Obj) JsonReader.stored(entry.path("data").toString()));
    }

    private static Response get(String path) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Accept", "application/json")
                .get(path);
    }

    private static JsonNode json(Response response) {
        try {
            assertThat(response.statusCode()).as(response.asString()).isLessThan(400);
            return JSON.readTree(response.asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Asked asked, List<Told> log, String where) {
        var by = asked.by().isEmpty() ? "" : "&by=" + String.join(",", asked.by());
        var answer = json(get(asked.path("observations", by + "&asOf=" + asked.asOf() + "&minPosition=" + log.size())));
        var obvious = new Obvious(
                log.stream().filter(it -> it.position() <= asked.asOf()).toList());
        var periods = Period.parse(asked.period()).orElseThrow();
        assertThat(answer.path("observations").size()).as(where).isEqualTo(periods.size());
        for (int i = 0; i < periods.size(); i++) {
            var expected = obvious.figure(asked.definition(), periods.get(i), asked.where(), asked.groupings());
            var observation = answer.path("observations").get(i);
            Compared.same(observation, expected, where);
            if (!asked.by().isEmpty()) {
                Compared.sameParts(observation.path("breakdown"), expected, asked.groupings(), where);
            }
            if (i == 0) {
                addsUp(observation, where);
            }
        }
    }

    /** The effects of all pages add up to the value, or to the parts of a ratio. */
    private static void addsUp(JsonNode observation, String where) {
        var sums = new HashMap<String, BigDecimal>();
        String next = observation.path("evidence").asText() + "&limit=2";
        while (next != null) {
            var page = json(get(next));
            Compared.add(page.path("activities"), sums);
            Compared.add(page.path("reports"), sums);
            for (var repeated : List.of("value", "numerator", "denominator")) {
                assertThat(page.path(repeated)).as(where).isEqualTo(observation.path(repeated));
            }
            next = page.path("next").isNull() ? null : page.path("next").asText();
        }
        Compared.sums(observation, sums, where + " evidence");
    }

    /** The effects of what changed add up to the difference. */
    private static void checkDifference(RandomLife life, Definition definition, int seed, int end) {
        int one = life.upTo(end);
        int other = life.upTo(end);
        var asked = new Asked(territory(seed), definition, "2014", List.of(), life.filter(), end);
        var path = asked.path("diff", "&from=" + Math.min(one, other) + "&to=" + Math.max(one, other));
        var where = "seed " + seed + ": " + path;
        var difference = json(get(path));
        var sums = new HashMap<String, BigDecimal>();
        Compared.add(difference.path("changes"), sums);
        Compared.add(difference.path("reports"), sums);
        if (difference.path("difference").isNumber() && !difference.path("to").has("denominator")) {
            assertThat(difference.path("difference").decimalValue())
                    .as(where)
                    .isCloseTo(sums.getOrDefault("effect", BigDecimal.ZERO), within(Compared.CLOSE));
        }
        for (var side : List.of("numerator", "denominator")) {
            if (difference.path("to").has(side) && difference.path("from").has(side)) {
                var changed = difference
                        .path("to")
                        .path(side)
                        .decimalValue()
                        .subtract(difference.path("from").path(side).decimalValue());
                assertThat(changed)
                        .as(where + " " + side)
                        .isCloseTo(sums.getOrDefault(side, BigDecimal.ZERO), within(Compared.CLOSE));
            }
        }
        difference
                .path("changes")
                .forEach(it -> assertThat(it.has("cause")).as(where).isTrue());
    }
}
