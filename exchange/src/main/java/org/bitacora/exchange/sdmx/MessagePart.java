package org.bitacora.exchange.sdmx;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.domain.json.Numbers;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;
import org.jspecify.annotations.Nullable;

/** A part of a data message. Parts are in the order in which they are written. */
sealed interface MessagePart {

    /** The action that applies to the observations of a dataset. */
    enum DataSetAction {
        /** The observations are complete. */
        INFORMATION("I", "Information"),
        /** The observations replace earlier ones. */
        REPLACE("R", "Replace"),
        /** The observations are deleted. */
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

    /** The start of a dataset with its action and the interval in which it is valid. */
    record DataSetHeader(DataSetAction action, Optional<Instant> from, Optional<Instant> to) implements MessagePart {}

    /**
     * Observations of one series.
     *
     * @param territoryPosition the territory, and the position as of which the observations are computed
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

        /**
         * Groups the observations of an indicator into a series of years and a series of months; empty series are left
         * out.
         */
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
     * @param value the value; null for a deleted observation
     */
    record SdmxObservation(
            Period period,
            @Nullable BigDecimal value,
            String status,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            long unplaced) {

        static SdmxObservation of(Observation observation, TerritoryPosition territoryPosition) {
            return of(
                    observation.period(),
                    observation.value(),
                    ObservationStatus.of(observation.value(), territoryPosition.parkedSubjects()),
                    observation.unplaced());
        }

        static SdmxObservation of(ObservationChange observationChange) {
            return of(
                    observationChange.period(),
                    observationChange.after(),
                    observationChange.status(),
                    observationChange.unplaced());
        }

        private static SdmxObservation of(
                Period period, Value value, ObservationStatus observationStatus, long unplaced) {
            return new SdmxObservation(
                    period,
                    Numbers.withoutTrailingZeros(value.number()),
                    code(observationStatus),
                    Numbers.withoutTrailingZeros(value.numerator()),
                    Numbers.withoutTrailingZeros(value.denominator()),
                    unplaced);
        }

        /** The code of the status in CL_OBS_STATUS. */
        private static String code(ObservationStatus observationStatus) {
            return switch (observationStatus) {
                case NORMAL -> "A";
                case INCOMPLETE -> "U";
                case PROVISIONAL, CATCHING_UP -> "P";
            };
        }

        boolean isYearly() {
            return period.name().length() == 4;
        }

        static SdmxObservation deleted(Period period) {
            return new SdmxObservation(period, null, "", null, null, 0);
        }
    }
}
