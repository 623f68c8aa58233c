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
 * A page of the evidence of a value.
 *
 * @param period the period
 * @param value the value, repeated on every page; null if there is a reason instead
 * @param reason why there is no value
 * @param numerator the numerator of a ratio; null for other values
 * @param denominator the denominator of a ratio; null for other values
 * @param asOf the position as of which the value was computed
 * @param activities the effects of the activities of this page
 * @param reports the effects of the reports of series; null if there are none, or after the first page
 * @param next the root-relative URL of the next page; null on the last page
 */
@Schema(
        name = "EvidenceResponse",
        description = "The activities and reports behind a value. Their effects on all pages add up to the"
                + " value; for a ratio, to its numerator and its denominator")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceResponse(
        @Schema(examples = "2014") String period,

        @Schema(examples = "462", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
        BigDecimal value,

        @Schema(description = "Why there is no value; absent if there is one") @Nullable
        String reason,

        @Schema(description = "The numerator of a ratio") @Nullable
        BigDecimal numerator,

        @Schema(description = "The denominator of a ratio") @Nullable
        BigDecimal denominator,

        AsOfResponse asOf,
        List<ActivityEffect> activities,

        @Schema(description = "The effects of reports; only on the first page, and absent if there are none") @Nullable
        List<ReportEffect> reports,

        @Schema(nullable = true, description = "The root-relative URL of the next page; null on the last" + " page")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        String next) {

    /** The effect of an activity on a value. */
    @Schema(name = "ActivityEffect", description = "The effect of an activity on a value")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActivityEffect(
            @Schema(examples = "br-ba", description = "The code of the territory; only with rollup=true") @Nullable
            String territory,

            @Schema(examples = "visita-2014-0203") String activity,
            @Schema(examples = "Delegación de Rosario") String title,
            @Schema(examples = "2014-05-12") @Nullable String date,

            @Schema(
                    examples = "1",
                    description = "The amount that the activity adds to the value; absent" + " for a ratio")
            @Nullable
            BigDecimal effect,

            @Schema(description = "The amount that the activity adds to the numerator of a ratio") @Nullable
            BigDecimal numerator,

            @Schema(description = "The amount that the activity adds to the denominator of a ratio") @Nullable
            BigDecimal denominator,

            @Schema(
                    enumeration = {"added", "withdrawn", "corrected", "reclassified", "transition", "definition"},
                    description = "Why the effect changed; only in the explanation of a difference")
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

    /** The effect of a report of a series on a value. */
    @Schema(name = "ReportEffect", description = "The effect of a report of a series on a value")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportEffect(
            @Schema(examples = "br-ba", description = "The code of the territory; only with rollup=true") @Nullable
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
