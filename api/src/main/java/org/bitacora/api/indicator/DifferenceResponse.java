package org.bitacora.api.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bitacora.api.indicator.EvidenceResponse.ActivityEffect;
import org.bitacora.api.indicator.EvidenceResponse.ReportEffect;
import org.bitacora.application.indicator.ObservationService;
import org.bitacora.domain.json.Numbers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of the difference of a value between two moments.
 *
 * @param period the period
 * @param from the value as of the first moment
 * @param to the value as of the second moment
 * @param difference the second value minus the first; null if one of them is unknown
 * @param changes the changes by activities
 * @param reports the reports that were added, with their effects, and those that no longer apply, with
 *     negated effects; null if there are none
 */
@Schema(
        name = "DifferenceResponse",
        description = "The explanation of the difference of a value between two moments. The effects of changes"
                + " and reports add up to the difference; for a ratio, to the differences of its"
                + " numerator and its denominator")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DifferenceResponse(
        @Schema(examples = "2014") String period,
        DifferenceSide from,
        DifferenceSide to,

        @Schema(examples = "-1", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
        BigDecimal difference,

        List<ActivityEffect> changes,
        @Nullable List<ReportEffect> reports) {

    /** A value as of a moment. */
    @Schema(name = "DifferenceSide", description = "A value as of a moment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DifferenceSide(
            @Schema(examples = "463") long position,
            @Nullable Instant recordedAt,

            @Schema(description = "The position of each territory, by its code; only with rollup=true") @Nullable
            Map<String, Long> positions,

            @Schema(
                    examples = "466",
                    description = "The position of the head of the log while the projections are catching up with it;"
                            + " absent otherwise, and if the request pins the moment")
            @Nullable
            Long head,

            @Schema(examples = "1", description = "The version of the definition")
            int version,

            @Schema(examples = "462", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal value,

            @Nullable String reason,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {
        static DifferenceSide of(ObservationService.ObservationSet observationSet) {
            var value = observationSet.observations().getFirst().value();
            return new DifferenceSide(
                    observationSet.moment().position(),
                    observationSet.moment().recordedAt().orElse(null),
                    observationSet.resolvedScope().rollupInstant().isPresent()
                            ? observationSet.resolvedScope().positions()
                            : null,
                    observationSet.moment().head().orElse(null),
                    observationSet.versions().getFirst().definition().version(),
                    Numbers.withoutTrailingZeros(value.number()),
                    value.reasonWord().orElse(null),
                    Numbers.withoutTrailingZeros(value.numerator()),
                    Numbers.withoutTrailingZeros(value.denominator()));
        }
    }

    static @Nullable BigDecimal difference(DifferenceSide from, DifferenceSide to) {
        return from.value() == null || to.value() == null
                ? null
                : Numbers.withoutTrailingZeros(to.value().subtract(from.value()));
    }
}
