package org.bitacora.api.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.bitacora.api.indicator.ObservationsResponse.AsOfResponse;
import org.bitacora.domain.json.Numbers;
import org.bitacora.projections.indicator.evidence.Contribution;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a value.
 *
 * @param period of which period
 * @param value the value; every page repeats it
 * @param asOf as known when
 * @param activities what activities add to it
 * @param reports what reports of series add to it
 * @param next where the next page is
 */
@Schema(
        name = "EvidenceResponse",
        description =
                "The activities and reports behind a value: their effects, over all pages, add up to it; those of a ratio"
                        + " to its numerator and its denominator")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceResponse(
        @Schema(examples = "2014") String period,

        @Schema(examples = "462", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
        BigDecimal value,

        @Schema(description = "Why there is no value") @Nullable
        String reason,

        @Schema(description = "Of a ratio") @Nullable BigDecimal numerator,
        @Schema(description = "Of a ratio") @Nullable BigDecimal denominator,
        AsOfResponse asOf,
        List<ActivityEffect> activities,

        @Schema(description = "On the first page") @Nullable List<ReportEffect> reports,

        @Schema(nullable = true, description = "Where the next page is, from the root of this server; null at the end")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        String next) {

    /** What an activity adds. */
    @Schema(name = "ActivityEffect", description = "What an activity adds to a value")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActivityEffect(
            @Schema(examples = "br-ba", description = "Whose, where several territories are asked for") @Nullable
            String territory,

            @Schema(examples = "visita-2014-0203") String activity,
            @Schema(examples = "Delegación de Rosario") String title,
            @Schema(examples = "2014-05-12") @Nullable String date,

            @Schema(examples = "1", description = "What it adds to the value; absent of a ratio") @Nullable
            BigDecimal effect,

            @Schema(description = "What it adds to the numerator of a ratio") @Nullable
            BigDecimal numerator,

            @Schema(description = "What it adds to the denominator of a ratio") @Nullable
            BigDecimal denominator,

            @Schema(
                    enumeration = {"added", "withdrawn", "corrected", "reclassified", "transition", "definition"},
                    description = "Why it changed the value, in a difference")
            @Nullable
            String cause,

            List<EventReference> events) {
        static ActivityEffect of(Contribution it, boolean ofRatio, boolean ofSeveral) {
            return new ActivityEffect(
                    ofSeveral ? it.territory() : null,
                    it.subject(),
                    it.title(),
                    it.date().orElse(null),
                    ofRatio ? null : Numbers.withoutTrailingZeros(it.effect()),
                    ofRatio ? Numbers.withoutTrailingZeros(it.effect()) : null,
                    Numbers.withoutTrailingZeros(it.denominatorEffect()),
                    it.cause().map(Contribution.Cause::word).orElse(null),
                    EventReference.of(it.events(), ofSeveral));
        }
    }

    /** What a report adds. */
    @Schema(name = "ReportEffect", description = "What a report of a series adds to a value")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportEffect(
            @Schema(examples = "br-ba", description = "Whose, where several territories are asked for") @Nullable
            String territory,

            @Schema(examples = "budget-total") String series,
            @Schema(examples = "2014") String period,
            @Nullable BigDecimal effect,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            List<EventReference> events) {
        static ReportEffect of(Contribution it, boolean ofRatio, boolean ofSeveral) {
            return new ReportEffect(
                    ofSeveral ? it.territory() : null,
                    it.subject(),
                    it.title(),
                    ofRatio ? null : Numbers.withoutTrailingZeros(it.effect()),
                    ofRatio ? Numbers.withoutTrailingZeros(it.effect()) : null,
                    Numbers.withoutTrailingZeros(it.denominatorEffect()),
                    EventReference.of(it.events(), ofSeveral));
        }
    }
}
