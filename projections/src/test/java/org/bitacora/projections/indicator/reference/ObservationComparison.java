package org.bitacora.projections.indicator.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Value;

/** Assertions that compare observations of the engine with reference values. */
final class ObservationComparison {

    private static final BigDecimal CLOSE = new BigDecimal("0.000001");

    private ObservationComparison() {}

    /** Asserts equal values, reasons, missing series and parts. */
    static void assertSame(Observation observation, ReferenceValue expected, String where) {
        assertSameValue(observation.value(), expected, where);
        assertThat(observation.unplaced()).as(where + " unplaced").isEqualTo(expected.unplaced());
        observation.breakdown().ifPresent(it -> assertSameBreakdown(it, expected, where));
    }

    /** Asserts equal values, reasons and missing series. */
    static void assertSameValue(Value value, ReferenceValue expected, String where) {
        assertSameNumber(value.number(), expected.number(), where);
        assertThat(value.reasonWord()).as(where + " reason").isEqualTo(expected.reason());
        assertThat(value.missingSeries())
                .as(where + " missing series")
                .containsExactlyInAnyOrderElementsOf(expected.missing());
    }

    private static void assertSameBreakdown(Observation.Breakdown breakdown, ReferenceValue expected, String where) {
        assertThat(breakdown.inSeveral()).as(where + " in several").isEqualTo(expected.inSeveral());
        assertThat(breakdown.unclassified() + breakdown.unplaced())
                .as(where + " in no part")
                .isEqualTo(expected.unclassified());
        Map<List<String>, Value> parts = new HashMap<>();
        breakdown.parts().forEach(it -> parts.put(it.members(), it.value()));
        assertThat(parts.keySet()).as(where).containsAll(expected.parts().keySet());
        expected.parts()
                .forEach((members, part) -> assertSameNumber(
                        Objects.requireNonNull(parts.remove(members)).number(), part.number(), where + " " + members));
        assertThat(parts.values())
                .as(where + " in no other part")
                .allMatch(it -> it.number().map(BigDecimal::signum).orElse(0) == 0);
    }

    private static void assertSameNumber(Optional<BigDecimal> number, Optional<BigDecimal> expected, String where) {
        assertThat(number.isPresent())
                .as("%s: %s instead of %s", where, number, expected)
                .isEqualTo(expected.isPresent());
        expected.ifPresent(it -> assertClose(number.orElseThrow(), it, where));
    }

    /** Asserts equal numbers, except for the last digits of a division. */
    static void assertClose(BigDecimal number, BigDecimal expected, String where) {
        assertThat(number).as(where).isCloseTo(expected, within(CLOSE));
    }

    /** Asserts equal numbers, reasons, missing series, numerators and denominators: the members of a value that a copy stores. */
    static void assertEqualValues(Value value, Value other, String where) {
        assertThat(comparable(value)).as(where).isEqualTo(comparable(other));
    }

    private record ComparableValue(
            Optional<BigDecimal> number,
            Optional<String> reason,
            Set<String> missing,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator) {}

    private static ComparableValue comparable(Value value) {
        return new ComparableValue(
                value.number().map(BigDecimal::stripTrailingZeros),
                value.reasonWord(),
                value.missingSeries(),
                value.numerator().map(BigDecimal::stripTrailingZeros),
                value.denominator().map(BigDecimal::stripTrailingZeros));
    }
}
