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
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;
import org.jspecify.annotations.Nullable;

/** A part of a data message, in the order in which it is written. */
sealed interface MessagePart {

    /** What is done with the observations that follow. */
    enum DataSetAction {
        /** They are what they are. */
        INFORMATION("I", "Information"),
        /** They take the place of others. */
        REPLACE("R", "Replace"),
        /** They are no more. */
        DELETE("D", "Delete");

        private final String letter;
        private final String word;

        DataSetAction(String letter, String word) {
            this.letter = letter;
            this.word = word;
        }

        String csvCode() {
            return letter;
        }

        String jsonName() {
            return word;
        }
    }

    /** A dataset begins: of that action, and valid from then until then. */
    record DataSetHeader(DataSetAction action, Optional<Instant> from, Optional<Instant> to) implements MessagePart {}

    /**
     * Observations of one series.
     *
     * @param territoryPosition which territory, and up to where its log was taken in
     */
    record SdmxSeries(
            TerritoryPosition territoryPosition,
            Definition definition,
            boolean isYearly,
            List<SdmxObservation> observations)
            implements MessagePart {
        public SdmxSeries {
            observations = List.copyOf(observations);
        }

        /** The series that those observations of an indicator are in: of years, of months; none that is empty. */
        static Stream<SdmxSeries> splitByFrequency(
                TerritoryPosition of, Definition definition, List<SdmxObservation> observations) {
            return Stream.of(true, false)
                    .map(isYearly -> new SdmxSeries(
                            of,
                            definition,
                            isYearly,
                            observations.stream()
                                    .filter(it -> it.isYearly() == isYearly)
                                    .toList()))
                    .filter(it -> !it.observations().isEmpty());
        }

        SdmxSeries withObservations(List<SdmxObservation> others) {
            return new SdmxSeries(territoryPosition, definition, isYearly, others);
        }
    }

    /**
     * An observation.
     *
     * @param value its value; null where it is no more
     */
    record SdmxObservation(
            Period period,
            @Nullable BigDecimal value,
            String status,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            long unplaced) {

        static SdmxObservation of(Period period, Value value, long unplaced, TerritoryPosition standing) {
            return new SdmxObservation(
                    period,
                    Numbers.withoutTrailingZeros(value.number()),
                    status(value, standing),
                    Numbers.withoutTrailingZeros(value.numerator()),
                    Numbers.withoutTrailingZeros(value.denominator()),
                    unplaced);
        }

        private static String status(Value value, TerritoryPosition standing) {
            if (standing.parkedSubjects() > 0 || !value.missingSeries().isEmpty()) {
                return "U";
            }
            return value.isProvisional() ? "P" : "A";
        }

        boolean isYearly() {
            return period.name().length() == 4;
        }

        static SdmxObservation deleted(Period period) {
            return new SdmxObservation(period, null, "", null, null, 0);
        }
    }
}
