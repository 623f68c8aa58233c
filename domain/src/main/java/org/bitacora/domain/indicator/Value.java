package org.bitacora.domain.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The value of an observation or of a part of one: a number, a ratio, or the reason why there is neither. Missing is not
 * zero: a value that nobody can know is a reason.
 */
public sealed interface Value {

    /** Nothing at all: what counts and sums of no activity come to. */
    Value ZERO = of(BigDecimal.ZERO);

    /**
     * A number that is counted, summed or reported.
     *
     * @param unit what it was reported in, where the measure leaves that open; values in different units are never put
     *     together
     * @param isProvisional whether a report behind it may still be revised
     * @param missingSeries the names of the series that it lacks to be complete
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

        /** The same, which lacks those series. */
        public NumberValue withMissingSeries(Set<String> series) {
            return new NumberValue(amount, unit, isProvisional, series);
        }

        /** The same, which may still be revised. */
        public NumberValue asProvisional() {
            return new NumberValue(amount, unit, true, missingSeries);
        }

        /** The same, reported in that unit. */
        public NumberValue withUnit(String reported) {
            return new NumberValue(amount, Optional.of(reported), isProvisional, missingSeries);
        }
    }

    /** No number, for a reason. */
    record UnavailableValue(MissingValueReason cause, Set<String> missingSeries) implements Value {
        public UnavailableValue {
            missingSeries = Set.copyOf(missingSeries);
        }

        @Override
        public Optional<MissingValueReason> reason() {
            return Optional.of(cause);
        }
    }

    /** The value of a ratio, with what it is computed from. */
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

    /** A ratio that cannot be computed, with what is known of its numerator and denominator. */
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
        /** Nobody has reported it. */
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

    /** The number; empty where there is a reason instead. */
    default Optional<BigDecimal> number() {
        return Optional.empty();
    }

    /** Why there is no number; empty where there is one. */
    default Optional<MissingValueReason> reason() {
        return Optional.empty();
    }

    /** The word of the contract for the reason; empty where there is a number. */
    default Optional<String> reasonWord() {
        return reason().map(MissingValueReason::word);
    }

    /** The numerator of a ratio; empty where it is unknown, or the value is not a ratio. */
    default Optional<BigDecimal> numerator() {
        return Optional.empty();
    }

    /** The denominator of a ratio; empty where it is unknown, or the value is not a ratio. */
    default Optional<BigDecimal> denominator() {
        return Optional.empty();
    }

    /** What the value was reported in, where the measure leaves that open, and a ratio of such to anything else too. */
    default Optional<String> unit() {
        return Optional.empty();
    }

    /** Whether a report behind it may still be revised. */
    default boolean isProvisional() {
        return false;
    }

    /** The names of the series that it lacks to be complete. */
    Set<String> missingSeries();

    /** A number. */
    static NumberValue of(BigDecimal number) {
        return new NumberValue(number, Optional.empty(), false, Set.of());
    }

    /** None, for a reason. */
    static Value unavailable(MissingValueReason missingValueReason, Set<String> missing) {
        return new UnavailableValue(missingValueReason, missing);
    }

    /** Values of several territories added up: none where one of them is none, or in another unit. */
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

    /** What is divided by the same unit has none any more. */
    private static Optional<String> unit(Value numerator, Value denominator) {
        return numerator.unit().isPresent() && denominator.unit().isPresent()
                ? Optional.empty()
                : numerator.unit().or(denominator::unit);
    }
}
