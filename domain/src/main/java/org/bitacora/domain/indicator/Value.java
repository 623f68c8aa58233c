package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The value of an observation or of a part of one. Missing is not zero: a value that nobody can know is a reason.
 *
 * @param number the value; empty where there is a reason instead
 * @param reason why there is none
 * @param fraction what a ratio was computed from
 * @param isProvisional whether what was reported for it may still be revised
 * @param missingSeries what it lacks to be complete: the names of series
 * @param unit what it was reported in, where the measure leaves that open, and a ratio of such to anything else too; what is
 *     not in the same is never put together
 */
public record Value(
        Optional<BigDecimal> number,
        Optional<MissingValueReason> reason,
        Optional<Fraction> fraction,
        boolean isProvisional,
        Set<String> missingSeries,
        Optional<String> unit) {

    /** Nothing at all: what counts and sums of no activity come to. */
    public static final Value ZERO = of(BigDecimal.ZERO);

    public Value {
        missingSeries = Set.copyOf(missingSeries);
    }

    /** Why there is no value. */
    public enum MissingValueReason {
        /** Nobody has reported it. */
        NOT_REPORTED,
        /** It was reported in another unit than the definition's, or in several. */
        OTHER_UNIT,
        /** None of it can be converted to the currency of the definition. */
        NO_EXCHANGE_RATE,
        /** Nothing can be divided by zero. */
        ZERO_DENOMINATOR;

        /** The word of the contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The numerator and the denominator of a ratio; what is unknown is empty. */
    public record Fraction(Optional<BigDecimal> numerator, Optional<BigDecimal> denominator) {}

    /** The word of the contract for the reason; empty where there is a number. */
    public Optional<String> reasonWord() {
        return reason.map(MissingValueReason::word);
    }

    /** The numerator of a ratio; empty where it is unknown, or the value is not a ratio. */
    public Optional<BigDecimal> numerator() {
        return fraction.flatMap(Fraction::numerator);
    }

    /** The denominator of a ratio; empty where it is unknown, or the value is not a ratio. */
    public Optional<BigDecimal> denominator() {
        return fraction.flatMap(Fraction::denominator);
    }

    /** A number. */
    public static Value of(BigDecimal number) {
        return new Value(Optional.of(number), Optional.empty(), Optional.empty(), false, Set.of(), Optional.empty());
    }

    /** None, for a reason. */
    public static Value unavailable(MissingValueReason missingValueReason, Set<String> missing) {
        return new Value(
                Optional.empty(), Optional.of(missingValueReason), Optional.empty(), false, missing, Optional.empty());
    }

    /** The same, but it lacks those; none at all where nothing of it could be had. */
    public Value withMissingSeries(Set<String> series, boolean ofAll) {
        return ofAll
                ? unavailable(MissingValueReason.NO_EXCHANGE_RATE, series)
                : new Value(number, reason, fraction, isProvisional, series, unit);
    }

    /** The same, which may still be revised. */
    public Value asProvisional() {
        return new Value(number, reason, fraction, true, missingSeries, unit);
    }

    /** The same, reported in that unit. */
    public Value withUnit(String reported) {
        return new Value(number, reason, fraction, isProvisional, missingSeries, Optional.of(reported));
    }

    /** Values of several territories added up: none where one of them is none, or in another unit. */
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

    /** What is divided by the same unit has none any more. */
    private static Optional<String> unit(Value numerator, Value denominator) {
        return numerator.unit.isPresent() && denominator.unit.isPresent()
                ? Optional.empty()
                : numerator.unit.or(() -> denominator.unit);
    }

    /** A ratio, recomputed from its parts; exact to {@link MathContext#DECIMAL64}. */
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
