package org.bitacora.server.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.projections.indicator.reference.ReferenceValue;

/** Compares observations of the API with those computed from the events. */
final class ObservationAssertions {

    static final BigDecimal CLOSE = new BigDecimal("0.000001");

    private ObservationAssertions() {}

    /** Asserts that value, reason and gaps are equal. */
    static void assertSameObservation(JsonNode observation, ReferenceValue expected, String where) {
        number(observation.path("value"), expected.number(), where);
        assertThat(observation.path("reason").asText(""))
                .as(where)
                .isEqualTo(expected.reason().orElse(""));
        assertThat(observation.path("unplaced").asLong())
                .as(where + " unplaced")
                .isEqualTo(expected.unplaced());
        var missing = new ArrayList<String>();
        observation.path("missing").forEach(it -> missing.add(it.asText()));
        assertThat(missing).as(where).containsExactlyInAnyOrderElementsOf(expected.missing());
    }

    private static void number(JsonNode value, Optional<BigDecimal> expected, String where) {
        if (expected.isEmpty()) {
            assertThat(value.isNull())
                    .as("%s: %s where nothing is known", where, value)
                    .isTrue();
        } else {
            assertThat(value.isNumber())
                    .as("%s: %s instead of %s", where, value, expected.get())
                    .isTrue();
            assertThat(value.decimalValue()).as(where).isCloseTo(expected.get(), within(CLOSE));
        }
    }

    /** Asserts that the parts are equal and that there are no others. */
    static void assertSameBreakdown(JsonNode breakdown, ReferenceValue expected, List<Grouping> by, String where) {
        boolean dated = by.stream().anyMatch(Grouping.TimeGrouping.class::isInstance);
        assertThat(breakdown.path("inSeveral").asLong()).as(where).isEqualTo(expected.inSeveral());
        assertThat(breakdown.path(dated ? "unplaced" : "unclassified").asLong())
                .as(where)
                .isEqualTo(expected.unclassified());
        Map<List<String>, JsonNode> parts = new HashMap<>();
        breakdown
                .path("parts")
                .forEach(it -> parts.put(
                        it.has("further")
                                ? List.of(
                                        it.path("member").asText(),
                                        it.at("/further/0/member").asText())
                                : List.of(it.path("member").asText()),
                        it));
        expected.parts().forEach((member, referenceValue) -> {
            assertThat(parts).as(where).containsKey(member);
            number(
                    Objects.requireNonNull(parts.remove(member)).path("value"),
                    referenceValue.number(),
                    where + " " + member);
        });
        assertThat(parts.values())
                .as(where)
                .allMatch(it -> it.path("value").isNull()
                        || it.path("value").decimalValue().signum() == 0);
    }

    /** Adds effects to their sums. */
    static void addEffects(JsonNode contributions, Map<String, BigDecimal> sums) {
        for (var contribution : contributions) {
            for (var side : List.of("effect", "numerator", "denominator")) {
                if (contribution.has(side)) {
                    sums.merge(side, contribution.path(side).decimalValue(), BigDecimal::add);
                }
            }
        }
    }

    /** Asserts that the sums of all effects equal the value, or numerator and denominator of a ratio. */
    static void assertEffectsSum(JsonNode value, Map<String, BigDecimal> sums, String where) {
        for (var side : List.of("numerator", "denominator")) {
            if (value.has(side)) {
                assertThat(value.path(side).decimalValue())
                        .as(where + " " + side)
                        .isCloseTo(sums.getOrDefault(side, BigDecimal.ZERO), within(CLOSE));
            }
        }
        if (value.path("value").isNumber() && !value.has("denominator")) {
            assertThat(value.path("value").decimalValue())
                    .as(where)
                    .isCloseTo(sums.getOrDefault("effect", BigDecimal.ZERO), within(CLOSE));
        }
    }
}
