package org.bitacora.api.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitacora.application.indicator.TerritoryScopeResolver;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The observations of an indicator for a territory.
 *
 * @param territory the code of the territory
 * @param indicator the definition
 * @param asOf the position as of which the values were computed
 * @param breaks the later versions of the definition, at which the series breaks; null if there is only one
 *     version
 * @param observations one observation for each requested period and version
 */
@Schema(name = "ObservationsResponse", description = "The observations of an indicator for a territory")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObservationsResponse(
        @Schema(examples = "br-ba") String territory,
        ObservedIndicator indicator,
        AsOfResponse asOf,
        @Nullable List<SeriesBreak> breaks,
        List<ObservationResponse> observations) {

    /** The definition, in short form. */
    @Schema(name = "ObservedIndicator", description = "The definition that the values are computed with")
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

    /** The position of the log that values are as of. */
    @Schema(name = "AsOf", description = "The position of the log that values are as of")
    public record AsOfResponse(
            @Schema(examples = "463") long position,

            @Schema(
                    nullable = true,
                    description = "When the entry at that position was recorded; null before the first" + " entry")
            @Nullable
            Instant recordedAt,

            @Schema(description = "The position of each territory, by its code; only with rollup=true")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Map<String, Long> positions,

            @Schema(
                    examples = "466",
                    description =
                            "The position of the head of the log while the projections are catching up with it; absent"
                                    + " otherwise, and if the request pins the moment with asOf")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Long head,

            @Schema(
                    description = "The position of the head of each log with which the projections are catching up, by"
                            + " the code of the territory; only with rollup=true")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Map<String, Long> heads) {}

    /** A later version of a definition. Its values are not comparable to those of earlier versions. */
    @Schema(
            name = "SeriesBreak",
            description = "A later version of the definition, whose values are not comparable to those of"
                    + " earlier versions")
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
    @Schema(name = "Observation", description = "The value of an indicator in a period")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ObservationResponse(
            @Schema(examples = "2014") String period,

            @Schema(description = "The version of the definition; only if the request selects several") @Nullable
            Integer version,

            @Schema(
                    examples = "462",
                    nullable = true,
                    description = "The value, in the unit of the" + " indicator; null if there is a reason instead")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            BigDecimal value,

            @Schema(
                    enumeration = {"not-reported", "other-unit", "no-exchange-rate", "zero-denominator"},
                    description = "Why there is no value; absent if there is one")
            @Nullable
            String reason,

            @Schema(description = "The numerator of a ratio") @Nullable
            BigDecimal numerator,

            @Schema(description = "The denominator of a ratio") @Nullable
            BigDecimal denominator,

            @Schema(
                    enumeration = {"normal", "incomplete", "provisional", "catching-up"},
                    description = "incomplete: activities of the territory are parked, or data such as an"
                            + " exchange rate is missing; provisional: a reported value may still be"
                            + " revised; catching-up: the projections lack entries that were recorded more than one"
                            + " second ago, and the head of the log is given with the position")
            String status,

            @Schema(
                    description = "The reported series that are missing, for example population or"
                            + " exchange-rate.BRL.USD")
            @Nullable
            List<String> missing,

            @Schema(
                    examples = "0",
                    description = "The number of activities that may belong to the period, because their"
                            + " dates only overlap it")
            long unplaced,

            @Schema(
                    description = "The subjects of parked events; in observations across territories, the"
                            + " code of the territory")
            @Nullable
            List<String> parked,

            @Schema(
                    description =
                            "The root-relative URL of the evidence: the activities and events behind" + " the value",
                    examples = "/v1/territories/br-ba/indicators/bahia.actions/evidence?asOf=463&period=2014")
            String evidence,

            @Nullable BreakdownResponse breakdown) {}

    /** The breakdown of a value. */
    @Schema(name = "Breakdown", description = "The parts of a value. They are not adjusted to add up to" + " the total")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BreakdownResponse(
            @Schema(examples = "category", description = "The grouping, or two groupings separated by a" + " comma")
            String by,

            @Schema(examples = "462", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal distinctTotal,

            @Schema(
                    examples = "474",
                    description =
                            "The sum of the parts; absent if parts cannot be" + " added, such as those of a ratio")
            @Nullable
            BigDecimal sumOfParts,

            @Schema(examples = "12") long inSeveral,
            @Schema(examples = "0") long unclassified,
            @Schema(examples = "0") long unplaced,
            List<BreakdownPartResponse> parts) {}

    /** A part of a breakdown. */
    @Schema(name = "BreakdownPart", description = "One part of a breakdown")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BreakdownPartResponse(
            @Schema(examples = "visit-received") String member,
            @Schema(examples = "Visitas recibidas") String label,

            @Schema(
                    description = "The members of the further dimensions, in order; absent if there is"
                            + " only one dimension")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<FurtherMember> further,

            @Schema(examples = "203", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal value,

            @Schema(description = "Why there is no value; absent if there is one") @Nullable
            String reason,

            @Schema(description = "The numerator of a ratio") @Nullable
            BigDecimal numerator,

            @Schema(description = "The denominator of a ratio") @Nullable
            BigDecimal denominator,

            @Schema(
                    nullable = true,
                    examples = "0.4394",
                    description =
                            "The share of the distinct total, from 0 to 1; null if the total is zero" + " or a ratio")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            BigDecimal share) {}

    /** The member of a further dimension. */
    @Schema(name = "FurtherMember", description = "The member of a part in a further dimension of the breakdown")
    public record FurtherMember(
            @Schema(examples = "AR") String member,
            @Schema(examples = "Argentina") String label) {}

    static AsOfResponse asOf(TerritoryScopeResolver.ResolvedTerritoryScope resolvedScope) {
        var asOfMoment = resolvedScope.moment();
        return new AsOfResponse(
                asOfMoment.position(),
                asOfMoment.recordedAt().orElse(null),
                resolvedScope.rollupInstant().isPresent() ? resolvedScope.positions() : null,
                asOfMoment.head().orElse(null),
                resolvedScope.rollupInstant().isPresent()
                                && !resolvedScope.heads().isEmpty()
                        ? resolvedScope.heads()
                        : null);
    }
}
