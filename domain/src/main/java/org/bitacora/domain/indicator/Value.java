package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The value of an observation or of a part of its breakdown: a number, a ratio, or the reason why there is
 * no value. Missing is not zero: a value that cannot be known is a reason.
 */
public sealed interface Value {

    /** Zero: the value of counts and sums without activities. */
    Value ZERO = of(BigDecimal.ZERO);

    /**
     * A number that is counted, summed or reported.
     *
     * @param unit the unit in which the number was reported, if the measure does not set one; values in
     *     different units are never combined
     * @param isProvisional whether a report on which the number is based may still be revised
     * @param missingSeries the names of the series that are missing
     */
    record NumberValue(BigDecimal amount, Optional<String> unit, boolean isProvisional, Set<String> missingSeries)
            implements Value {
        public NumberValue {
            missingSeries = Set.copyOf(missingSeries);
        }

        @Override
        public Optional<BigDecimal> number() {
            return Optional.of(amount);
        }

        /** This number with the given missing series. */
        public NumberValue withMissingSeries(Set<String> series) {
            return new NumberValue(amount, unit, isProvisional, series);
        }

        /** This number as provisional. */
        public NumberValue asProvisional() {
            return new NumberValue(amount, unit, true, missingSeries);
        }

        /** This number in the given reported unit. */
        public NumberValue withUnit(String reported) {
            return new NumberValue(amount, Optional.of(reported), isProvisional, missingSeries);
        }
    }

    /** A missing value with its reason. */
    record UnavailableValue(MissingValueReason cause, Set<String> missingSeries) implements Value {
        public UnavailableValue {
            missingSeries = Set.copyOf(missingSeries);
        }

        @Override
        public Optional<MissingValueReason> reason() {
            return Optional.of(cause);
        }
    }

    /** The value of a ratio, with its numerator and denominator. */
    sealed interface RatioValue extends Value {}

    /** A ratio of two numbers. */
    record ComputedRatio(
            BigDecimal quotient,
            BigDecimal dividend,
            BigDecimal divisor,
            Optional<String> unit,
            boolean isProvisional,
            Set<String> missingSeries)
            implements RatioValue {
        public ComputedRatio {
            missingSeries = Set.copyOf(missingSeries);
        }

        @Override
        public Optional<BigDecimal> number() {
            return Optional.of(quotient);
        }

        @Override
        public Optional<BigDecimal> numerator() {
            return Optional.of(dividend);
        }

        @Override
        public Optional<BigDecimal> denominator() {
            return Optional.of(divisor);
        }
    }

    /** A ratio that cannot be computed, with its numerator and its denominator as far as they are known. */
    record UnavailableRatio(
            MissingValueReason cause,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Optional<String> unit,
            boolean isProvisional,
            Set<String> missingSeries)
            implements RatioValue {
        public UnavailableRatio {
            missingSeries = Set.copyOf(missingSeries);
        }

        @Override
        public Optional<MissingValueReason> reason() {
            return Optional.of(cause);
        }
    }

    /** Why there is no value. */
    enum MissingValueReason {
        /** The value was not reported. */
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

    /** The number; empty if there is a reason instead. */
    default Optional<BigDecimal> number() {
        return Optional.empty();
    }

    /** The reason why there is no number; empty if there is a number. */
    default Optional<MissingValueReason> reason() {
        return Optional.empty();
    }

    /** The name that the contract uses for the reason; empty if there is a number. */
    default Optional<String> reasonWord() {
        return reason().map(MissingValueReason::word);
    }

    /** The numerator of a ratio; empty if it is unknown or the value is not a ratio. */
    default Optional<BigDecimal> numerator() {
        return Optional.empty();
    }

    /** The denominator of a ratio; empty if it is unknown or the value is not a ratio. */
    default Optional<BigDecimal> denominator() {
        return Optional.empty();
    }

    /**
     * The unit in which the value was reported, if the measure does not set one; for a ratio, the unit of
     * its only reported operand.
     */
    default Optional<String> unit() {
        return Optional.empty();
    }

    /** Whether a report on which the value is based may still be revised. */
    default boolean isProvisional() {
        return false;
    }

    /** The names of the series that are missing. */
    Set<String> missingSeries();

    /** A number. */
    static NumberValue of(BigDecimal number) {
        return new NumberValue(number, Optional.empty(), false, Set.of());
    }

    /** A missing value with its reason. */
    static Value unavailable(MissingValueReason missingValueReason, Set<String> missing) {
        return new UnavailableValue(missingValueReason, missing);
    }

    /**
     * The sum of the values of several territories. It is missing if one of them is missing or if their
     * units differ.
     */
    static Value sum(List<Value> values) {
        var missing = new TreeSet<String>();
        values.forEach(it -> missing.addAll(it.missingSeries()));
        var reason = values.stream()
                .flatMap(it -> it.reason().stream())
                .findFirst()
                .or(() -> haveOneUnit(values) ? Optional.empty() : Optional.of(MissingValueReason.OTHER_UNIT));
        if (reason.isPresent()) {
            return unavailable(reason.get(), missing);
        }
        var number = values.stream().flatMap(it -> it.number().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var unit = values.stream().flatMap(it -> it.unit().stream()).findFirst();
        return new NumberValue(number, unit, values.stream().anyMatch(Value::isProvisional), missing);
    }

    private static boolean haveOneUnit(List<Value> values) {
        return values.stream().flatMap(it -> it.unit().stream()).distinct().count() < 2;
    }

    /** A ratio, recomputed from its parts; exact to {@link MathContext#DECIMAL64}. */
    static RatioValue ratio(Value numerator, Value denominator, BigDecimal scale) {
        var missing = new TreeSet<>(numerator.missingSeries());
        missing.addAll(denominator.missingSeries());
        boolean provisional = numerator.isProvisional() || denominator.isProvisional();
        var unit = unit(numerator, denominator);
        var reason = missingRatioReason(numerator, denominator);
        if (reason.isPresent()) {
            return new UnavailableRatio(
                    reason.get(), numerator.number(), denominator.number(), unit, provisional, missing);
        }
        var dividend = numerator.number().orElseThrow();
        var divisor = denominator.number().orElseThrow();
        var quotient = dividend.multiply(scale).divide(divisor, MathContext.DECIMAL64);
        return new ComputedRatio(quotient, dividend, divisor, unit, provisional, missing);
    }

    private static Optional<MissingValueReason> missingRatioReason(Value numerator, Value denominator) {
        return numerator
                .reason()
                .or(denominator::reason)
                .or(() -> haveOneUnit(List.of(numerator, denominator))
                        ? Optional.empty()
                        : Optional.of(MissingValueReason.OTHER_UNIT))
                .or(() -> denominator
                        .number()
                        .filter(it -> it.signum() == 0)
                        .map(_ -> MissingValueReason.ZERO_DENOMINATOR));
    }

    /** The unit of a ratio; empty if both operands have a reported unit, because equal units cancel out. */
    private static Optional<String> unit(Value numerator, Value denominator) {
        return numerator.unit().isPresent() && denominator.unit().isPresent()
                ? Optional.empty()
                : numerator.unit().or(denominator::unit);
    }
}
