package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The value of an observation or of a part of one. A missing value is not zero: it has a reason instead of a number.
 *
 * @param number the number; empty if there is a reason instead
 * @param reason the reason why there is no number
 * @param fraction the numerator and the denominator of a ratio
 * @param isProvisional whether a reported value on which this value is based may still be revised
 * @param missingSeries the names of the series that are missing for the value to be complete
 * @param unit the reported unit, if the measure does not fix one; also of a ratio with such a part. Values in different
 *     units are never combined
 */
public record Value(
        Optional<BigDecimal> number,
        Optional<MissingValueReason> reason,
        Optional<Fraction> fraction,
        boolean isProvisional,
        Set<String> missingSeries,
        Optional<String> unit) {

    /** Zero: the count or sum of no activities. */
    public static final Value ZERO = of(BigDecimal.ZERO);

    public Value {
        missingSeries = Set.copyOf(missingSeries);
    }

    /** The reason why there is no number. */
    public enum MissingValueReason {
        /** No value was reported. */
        NOT_REPORTED,
        /** The value was reported in a different unit from that of the definition, or in several units. */
        OTHER_UNIT,
        /** No amount can be converted to the currency of the definition. */
        NO_EXCHANGE_RATE,
        /** The denominator is zero. */
        ZERO_DENOMINATOR;

        /** The name that the contract uses for this reason. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The numerator and the denominator of a ratio; an unknown one is empty. */
    public record Fraction(Optional<BigDecimal> numerator, Optional<BigDecimal> denominator) {}

    /** The name that the contract uses for the reason; empty if there is a number. */
    public Optional<String> reasonWord() {
        return reason.map(MissingValueReason::word);
    }

    /** The numerator of a ratio; empty if it is unknown or the value is not a ratio. */
    public Optional<BigDecimal> numerator() {
        return fraction.flatMap(Fraction::numerator);
    }

    /** The denominator of a ratio; empty if it is unknown or the value is not a ratio. */
    public Optional<BigDecimal> denominator() {
        return fraction.flatMap(Fraction::denominator);
    }

    /** A value with a number. */
    public static Value of(BigDecimal number) {
        return new Value(Optional.of(number), Optional.empty(), Optional.empty(), false, Set.of(), Optional.empty());
    }

    /** A value without a number. */
    public static Value unavailable(MissingValueReason missingValueReason, Set<String> missing) {
        return new Value(
                Optional.empty(), Optional.of(missingValueReason), Optional.empty(), false, missing, Optional.empty());
    }

    /**
     * A copy of this value that lacks these series. If {@code ofAll} is true, no amount could be converted and there is
     * no number.
     */
    public Value withMissingSeries(Set<String> series, boolean ofAll) {
        return ofAll
                ? unavailable(MissingValueReason.NO_EXCHANGE_RATE, series)
                : new Value(number, reason, fraction, isProvisional, series, unit);
    }

    /** A copy of this value that may still be revised. */
    public Value asProvisional() {
        return new Value(number, reason, fraction, true, missingSeries, unit);
    }

    /** A copy of this value with this reported unit. */
    public Value withUnit(String reported) {
        return new Value(number, reason, fraction, isProvisional, missingSeries, Optional.of(reported));
    }

    /**
     * The sum of the values of several territories. There is no number if one of the values has none or if the units
     * differ.
     */
    public static Value sum(List<Value> values) {
        var missing = new TreeSet<String>();
        values.forEach(it -> missing.addAll(it.missingSeries));
        var reason = values.stream()
                .flatMap(it -> it.reason.stream())
                .findFirst()
                .or(() -> haveOneUnit(values) ? Optional.empty() : Optional.of(MissingValueReason.OTHER_UNIT));
        if (reason.isPresent()) {
            return unavailable(reason.get(), missing);
        }
        var number = values.stream().flatMap(it -> it.number.stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var unit = values.stream().flatMap(it -> it.unit.stream()).findFirst();
        boolean provisional = values.stream().anyMatch(Value::isProvisional);
        return new Value(Optional.of(number), Optional.empty(), Optional.empty(), provisional, missing, unit);
    }

    private static boolean haveOneUnit(List<Value> values) {
        return values.stream().flatMap(it -> it.unit.stream()).distinct().count() < 2;
    }

    /** The unit of a ratio. Two parts with the same unit cancel it out. */
    private static Optional<String> unit(Value numerator, Value denominator) {
        return numerator.unit.isPresent() && denominator.unit.isPresent()
                ? Optional.empty()
                : numerator.unit.or(() -> denominator.unit);
    }

    /** A ratio, computed from its parts with the precision of {@link MathContext#DECIMAL64}. */
    public static Value ratio(Value numerator, Value denominator, BigDecimal scale) {
        var fraction = Optional.of(new Fraction(numerator.number, denominator.number));
        var missing = new TreeSet<>(numerator.missingSeries);
        missing.addAll(denominator.missingSeries);
        boolean provisional = numerator.isProvisional || denominator.isProvisional;
        var reason = numerator
                .reason
                .or(() -> denominator.reason)
                .or(() -> haveOneUnit(List.of(numerator, denominator))
                        ? Optional.empty()
                        : Optional.of(MissingValueReason.OTHER_UNIT))
                .or(() -> denominator
                        .number
                        .filter(it -> it.signum() == 0)
                        .map(_ -> MissingValueReason.ZERO_DENOMINATOR));
        var number = reason.isPresent()
                ? Optional.<BigDecimal>empty()
                : Optional.of(numerator
                        .number
                        .orElseThrow()
                        .multiply(scale)
                        .divide(denominator.number.orElseThrow(), MathContext.DECIMAL64));
        return new Value(number, reason, fraction, provisional, missing, unit(numerator, denominator));
    }
}
