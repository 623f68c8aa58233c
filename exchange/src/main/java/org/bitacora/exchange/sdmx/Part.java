package org.bitacora.exchange.sdmx;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.domain.json.Numbers;
import org.bitacora.projections.projector.Positions.Standing;
import org.jspecify.annotations.Nullable;

/** A part of a data message, in the order in which it is written. */
sealed interface Part {

    /** What is done with the observations that follow. */
    enum Action {
        /** They are what they are. */
        INFORMATION("I", "Information"),
        /** They take the place of others. */
        REPLACE("R", "Replace"),
        /** They are no more. */
        DELETE("D", "Delete");

        private final String letter;
        private final String word;

        Action(String letter, String word) {
            this.letter = letter;
            this.word = word;
        }

        String letter() {
            return letter;
        }

        String word() {
            return word;
        }
    }

    /** A dataset begins: of that action, and valid from then until then. */
    record DataSet(Action action, Optional<Instant> from, Optional<Instant> to) implements Part {}

    /**
     * Observations of one series.
     *
     * @param of which territory, and up to where its log was taken in
     */
    record Series(Standing of, Definition definition, boolean isYearly, List<Obs> observations) implements Part {
        public Series {
            observations = List.copyOf(observations);
        }

        /** The series that those observations of an indicator are in: of years, of months; none that is empty. */
        static Stream<Series> each(Standing of, Definition definition, List<Obs> observations) {
            return Stream.of(true, false)
                    .map(isYearly -> new Series(
                            of,
                            definition,
                            isYearly,
                            observations.stream()
                                    .filter(it -> it.isYearly() == isYearly)
                                    .toList()))
                    .filter(it -> !it.observations().isEmpty());
        }

        Series with(List<Obs> others) {
            return new Series(of, definition, isYearly, others);
        }
    }

    /**
     * An observation.
     *
     * @param value its value; null where it is no more
     */
    record Obs(
            Period period,
            @Nullable BigDecimal value,
            String status,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            long unplaced) {

        static Obs of(Period period, Value value, long unplaced, Standing standing) {
            return new Obs(
                    period,
                    Numbers.withoutTrailingZeros(value.number()),
                    status(value, standing),
                    Numbers.withoutTrailingZeros(value.numerator()),
                    Numbers.withoutTrailingZeros(value.denominator()),
                    unplaced);
        }

        private static String status(Value value, Standing standing) {
            if (standing.parked() > 0 || !value.missing().isEmpty()) {
                return "U";
            }
            return value.isProvisional() ? "P" : "A";
        }

        boolean isYearly() {
            return period.name().length() == 4;
        }

        static Obs gone(Period period) {
            return new Obs(period, null, "", null, null, 0);
        }
    }
}
