package org.bitacora.api.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.api.language.Labels;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Observation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The observations of an indicator for a territory.
 *
 * @param territory whose
 * @param indicator of which definition
 * @param asOf as known when
 * @param observations one for each period asked for
 */
@Schema(name = "Observations", description = "The observations of an indicator for a territory")
public record ObservationsShown(
        @Schema(examples = "br-ba") String territory, Of indicator, AsOfShown asOf, List<One> observations) {

    /** The definition in short. */
    @Schema(name = "IndicatorOfObservations", description = "The definition that the values follow from")
    public record Of(
            @Schema(examples = "bahia.actions") String code,
            @Schema(examples = "1") int version,
            @Schema(examples = "Acciones internacionales") String name,
            @Schema(examples = "activities") String unit) {
        static Of of(Definition definition, Locale language) {
            return new Of(
                    definition.code(), definition.version(), definition.name().in(language), definition.unit());
        }
    }

    /** A moment of the log. */
    @Schema(name = "AsOf", description = "The position of the log up to which everything is taken into account")
    public record AsOfShown(
            @Schema(examples = "463") long position,

            @Schema(
                    nullable = true,
                    description = "When the entry at that position was recorded; null before the first")
            @Nullable
            Instant recordedAt) {}

    /** One observation. */
    @Schema(name = "Observation", description = "A value in a period")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record One(
            @Schema(examples = "2014") String period,
            @Schema(examples = "462") BigDecimal value,

            @Schema(
                    enumeration = {"normal", "incomplete"},
                    description = "incomplete while activities of the territory are parked")
            String status,

            @Schema(
                    examples = "0",
                    description = "Activities that may or may not belong to the period, as their dates only overlap it")
            long unplaced,

            @Schema(description = "The activities that are parked") @Nullable
            List<String> parked,

            @Nullable BreakdownShown breakdown) {}

    /** A breakdown. */
    @Schema(name = "Breakdown", description = "The parts of a value; never normalised to the whole")
    public record BreakdownShown(
            @Schema(enumeration = {"category", "kind", "country", "month"})
            String by,

            @Schema(examples = "462") BigDecimal distinctTotal,
            @Schema(examples = "474") BigDecimal sumOfParts,
            @Schema(examples = "12") long inSeveral,
            @Schema(examples = "0") long unclassified,
            @Schema(examples = "0") long unplaced,
            List<PartShown> parts) {}

    /** A part. */
    @Schema(name = "Part", description = "One part of a breakdown")
    public record PartShown(
            @Schema(examples = "visit-received") String member,
            @Schema(examples = "Visitas recibidas") String label,
            @Schema(examples = "203") BigDecimal value,

            @Schema(
                    nullable = true,
                    examples = "0.4394",
                    description = "Of the distinct total; null where that is zero")
            @Nullable
            BigDecimal share) {}

    static One one(Observation observation, List<String> parked, Labels labels) {
        return new One(
                observation.period().name(),
                number(observation.value()),
                parked.isEmpty() ? "normal" : "incomplete",
                observation.unplaced(),
                parked.isEmpty() ? null : parked,
                observation.breakdown().map(it -> breakdown(it, labels)).orElse(null));
    }

    static BreakdownShown breakdown(Observation.Breakdown breakdown, Labels labels) {
        return new BreakdownShown(
                breakdown.by().word(),
                number(breakdown.distinctTotal()),
                number(breakdown.sumOfParts()),
                breakdown.inSeveral(),
                breakdown.unclassified(),
                breakdown.unplaced(),
                breakdown.parts().stream()
                        .map(part -> new PartShown(
                                part.member(),
                                labels.member(breakdown.by(), part.member()),
                                number(part.value()),
                                part.share().orElse(null)))
                        .toList());
    }

    /** Without zeros at the end, and never with an exponent. */
    static BigDecimal number(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static AsOfShown asOf(long position, Optional<Instant> recordedAt) {
        return new AsOfShown(position, recordedAt.orElse(null));
    }
}
