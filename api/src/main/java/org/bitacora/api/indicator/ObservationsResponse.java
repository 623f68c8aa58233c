package org.bitacora.api.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitacora.application.indicator.ScopeResolver;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The observations of an indicator for a territory.
 *
 * @param territory whose
 * @param indicator of which definition
 * @param asOf as known when
 * @param breaks where a series of observations breaks, as the definition has changed
 * @param observations one for each period and version asked for
 */
@Schema(name = "ObservationsResponse", description = "The observations of an indicator for a territory")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObservationsResponse(
        @Schema(examples = "br-ba") String territory,
        ObservedIndicator indicator,
        AsOfResponse asOf,
        @Nullable List<SeriesBreak> breaks,
        List<ObservationResponse> observations) {

    /** The definition in short. */
    @Schema(name = "ObservedIndicator", description = "The definition that the values follow from")
    public record ObservedIndicator(
            @Schema(examples = "bahia.actions") String code,
            @Schema(examples = "1") int version,
            @Schema(examples = "Acciones internacionales") String name,
            @Schema(examples = "activities") String unit) {
        static ObservedIndicator of(Definition definition, Locale language) {
            return new ObservedIndicator(
                    definition.code().value(),
                    definition.version(),
                    definition.name().forLanguage(language),
                    definition.unit());
        }
    }

    /** A moment of the log. */
    @Schema(name = "AsOf", description = "The position of the log up to which everything is taken into account")
    public record AsOfResponse(
            @Schema(examples = "463") long position,

            @Schema(
                    nullable = true,
                    description = "When the entry at that position was recorded; null before the first")
            @Nullable
            Instant recordedAt,

            @Schema(description = "The position of each territory, where there are several")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Map<String, Long> positions) {}

    /** A later version of a definition: values of the one are not comparable to those of the other. */
    @Schema(
            name = "SeriesBreak",
            description = "A later version of the definition: values of it are not comparable to those before")
    public record SeriesBreak(
            @Schema(examples = "2") int version,
            @Schema(examples = "470") long position,
            Instant recordedAt) {
        static @Nullable List<SeriesBreak> between(List<RecordedDefinition> versions) {
            return versions.size() < 2
                    ? null
                    : versions.stream()
                            .skip(1)
                            .map(it -> new SeriesBreak(it.definition().version(), it.position(), it.recordedAt()))
                            .toList();
        }
    }

    /** One observation. */
    @Schema(name = "Observation", description = "A value in a period")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ObservationResponse(
            @Schema(examples = "2014") String period,

            @Schema(description = "The version of the definition, where several were asked for") @Nullable
            Integer version,

            @Schema(examples = "462", nullable = true, description = "Null where there is a reason instead")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            BigDecimal value,

            @Schema(
                    enumeration = {"not-reported", "other-unit", "no-exchange-rate", "zero-denominator"},
                    description = "Why there is no value")
            @Nullable
            String reason,

            @Schema(description = "Of a ratio") @Nullable BigDecimal numerator,
            @Schema(description = "Of a ratio") @Nullable BigDecimal denominator,

            @Schema(
                    enumeration = {"normal", "incomplete", "provisional"},
                    description = "incomplete while activities of the territory are parked, or where something is"
                            + " missing; provisional where a report may still be revised")
            String status,

            @Schema(description = "The series that it lacks to be complete") @Nullable
            List<String> missing,

            @Schema(
                    examples = "0",
                    description = "Activities that may or may not belong to the period, as their dates only overlap it")
            long unplaced,

            @Schema(description = "The activities that are parked") @Nullable
            List<String> parked,

            @Schema(
                    description = "Where the activities and events behind the value are",
                    examples = "/v1/territories/br-ba/indicators/bahia.actions/evidence?asOf=463&period=2014")
            String evidence,

            @Nullable BreakdownResponse breakdown) {}

    /** A breakdown. */
    @Schema(name = "Breakdown", description = "The parts of a value; never normalised to the whole")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BreakdownResponse(
            @Schema(examples = "category", description = "What by; two with a comma between them")
            String by,

            @Schema(examples = "462", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal distinctTotal,

            @Schema(examples = "474", description = "Absent where parts cannot be added, as those of a ratio") @Nullable
            BigDecimal sumOfParts,

            @Schema(examples = "12") long inSeveral,
            @Schema(examples = "0") long unclassified,
            @Schema(examples = "0") long unplaced,
            List<BreakdownPartResponse> parts) {}

    /** A part. */
    @Schema(name = "BreakdownPart", description = "One part of a breakdown")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BreakdownPartResponse(
            @Schema(examples = "visit-received") String member,
            @Schema(examples = "Visitas recibidas") String label,

            @Schema(description = "The members of the further dimensions, in their order; absent with one dimension")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<FurtherMember> further,

            @Schema(examples = "203", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal value,

            @Schema(description = "Why there is no value") @Nullable
            String reason,

            @Schema(description = "Of a ratio") @Nullable BigDecimal numerator,
            @Schema(description = "Of a ratio") @Nullable BigDecimal denominator,

            @Schema(
                    nullable = true,
                    examples = "0.4394",
                    description = "Of the distinct total; null where that is zero, or a ratio")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            BigDecimal share) {}

    /** The member of a further dimension. */
    @Schema(name = "FurtherMember", description = "The member of a part in a further dimension of the breakdown")
    public record FurtherMember(
            @Schema(examples = "AR") String member,
            @Schema(examples = "Argentina") String label) {}

    static AsOfResponse asOf(ScopeResolver.ResolvedScope resolvedScope) {
        var asOfMoment = resolvedScope.moment();
        return new AsOfResponse(
                asOfMoment.position(),
                asOfMoment.recordedAt().orElse(null),
                resolvedScope.rollupInstant().isPresent() ? resolvedScope.positions() : null);
    }
}
