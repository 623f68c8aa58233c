package org.bitacora.api.strategy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.json.Numbers;
import org.bitacora.domain.strategy.AttainmentStatus;
import org.bitacora.domain.strategy.ObjectiveAssessment;
import org.bitacora.domain.strategy.Rollup;
import org.bitacora.domain.strategy.StatusOverride;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scorecard. */
@Schema(
        name = "ScorecardResponse",
        description =
                "The perspectives, objectives and measures of a strategy, compared with their" + " targets in a period")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScorecardResponse(
        @Schema(examples = "br-belo-horizonte") String territory,
        @Schema(examples = "ppag-2014") String strategy,
        @Schema(examples = "PPAG 2014-2017") String name,
        @Schema(examples = "2015") String period,
        ScorecardAsOf asOf,

        @Schema(enumeration = "catching-up", description = STATUS) @Nullable
        String status,

        RollupResponse overall,
        List<ScorecardPerspective> perspectives) {

    /** The description of the status of a response. */
    static final String STATUS =
            "catching-up while the projections lack entries that were recorded more than one second ago;"
                    + " absent otherwise";

    /** The moment as of which a scorecard was computed. */
    @Schema(
            name = "ScorecardAsOf",
            description = "The position of the log as of which the scorecard was"
                    + " computed, and that of the strategy's version")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScorecardAsOf(
            @Schema(examples = "463") long position,
            @Nullable Instant recordedAt,

            @Schema(examples = "401", description = "The position of the strategy's version")
            long strategy,

            @Schema(
                    examples = "466",
                    description =
                            "The position of the head of the log while the projections are catching up with it; absent"
                                    + " otherwise, and if the request pins the moment with asOf")
            @Nullable
            Long head) {

        /** The status of a response as of this moment: catching-up, or null. */
        @Nullable
        String responseStatus() {
            return head == null ? null : ObservationStatus.CATCHING_UP.word();
        }
    }

    /** The rollup of several measures. */
    @Schema(
            name = "Rollup",
            description = "The rollup of several measures: a weighted mean, and what a" + " mean alone hides")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RollupResponse(
            @Schema(
                    enumeration = {"green", "amber", "red", "insufficient"},
                    description = "The status of the mean; never green if a measure is red")
            String status,

            @Schema(
                    examples = "82.5",
                    nullable = true,
                    description = "The weighted mean of the known scores, from 0 to 100; null if the"
                            + " coverage is below the minimum of the strategy")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            BigDecimal score,

            @Schema(examples = "0.9", description = "The share of the weights whose values are known, from" + " 0 to 1")
            BigDecimal coverage,

            @Schema(description = "The worst measure; absent if no measure has a score") @Nullable
            WorstMeasureResponse worst,

            @Schema(description = "The number of measures by status")
            Map<String, Integer> counts,

            @Nullable StatusOverrideResponse override) {
        static RollupResponse of(Rollup rollup, Optional<StatusOverride> override) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            rollup.counts().forEach((attainmentStatus, count) -> counts.put(attainmentStatus.word(), count));
            return new RollupResponse(
                    rollup.status().isKnown() ? rollup.status().word() : AttainmentStatus.INSUFFICIENT.word(),
                    Numbers.withoutTrailingZeros(rollup.score()),
                    Numbers.withoutTrailingZeros(rollup.coverage()),
                    rollup.worst().map(WorstMeasureResponse::of).orElse(null),
                    counts,
                    override.map(StatusOverrideResponse::of).orElse(null));
        }
    }

    /** The measure with the worst status, and among those the lowest score. */
    @Schema(name = "WorstMeasure", description = "The measure with the worst status, and among those the lowest score")
    public record WorstMeasureResponse(
            @Schema(examples = "volunteers") String measure,
            @Schema(examples = "red") String status,
            @Schema(examples = "40") BigDecimal score) {
        static WorstMeasureResponse of(Rollup.WorstMeasure worstMeasure) {
            return new WorstMeasureResponse(
                    worstMeasure.measure(),
                    worstMeasure.status().word(),
                    Numbers.withoutTrailingZeros(worstMeasure.score()));
        }
    }

    /** A manual status beside the computed one. */
    @Schema(
            name = "StatusOverride",
            description = "A manual status beside the computed one, with its" + " author, its reason and its last day")
    public record StatusOverrideResponse(
            @Schema(examples = "amber") String status,
            String author,
            String reason,
            @Schema(examples = "2016-06-30") LocalDate until) {
        static StatusOverrideResponse of(StatusOverride override) {
            return new StatusOverrideResponse(
                    override.status().word(), override.author(), override.reason(), override.until());
        }
    }

    /** A perspective with its rollup. */
    @Schema(name = "ScorecardPerspective", description = "A perspective with its rollup and its objectives")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScorecardPerspective(
            @Schema(examples = "internal") String code,
            @Schema(examples = "Interna") String name,
            @Schema(examples = "25") @Nullable BigDecimal weight,
            RollupResponse rollup,
            List<ScorecardObjective> objectives) {}

    /** An objective with its rollup. */
    @Schema(name = "ScorecardObjective", description = "An objective with its rollup, its measures and its assessments")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScorecardObjective(
            @Schema(examples = "o1") String code,
            @Schema(examples = "Participación") String name,
            @Schema(examples = "SMARI") @Nullable String owner,
            @Schema(examples = "50") @Nullable BigDecimal weight,
            RollupResponse rollup,
            List<ScorecardMeasureResponse> measures,
            List<ScorecardAssessment> assessments) {}

    /** A scorecard measure. */
    @Schema(name = "ScorecardMeasure", description = "A measure with its value, target and status")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScorecardMeasureResponse(
            @Schema(examples = "actions") String code,
            @Schema(examples = "Acciones internacionales") String name,

            @Schema(
                    examples = "bh.actions",
                    description = "The code of the indicator; absent if the" + " measure is a rubric")
            @Nullable
            String indicator,

            @Schema(
                    examples = "trust",
                    description = "The code of the rubric; absent if the measure is an" + " indicator")
            @Nullable
            String rubric,

            @Schema(examples = "activities") @Nullable String unit,
            @Schema(examples = "50") @Nullable BigDecimal weight,

            @Schema(description = "Whether the measure changes before the objective does")
            boolean leading,

            @Schema(examples = "57", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal value,

            @Schema(examples = "60", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal target,

            @Nullable Boolean achieved,
            AttainmentRatioResponse attainment,
            AttainmentRatioResponse progress,
            AttainmentRatioResponse pace,

            @Schema(enumeration = {"green", "amber", "red", "no-value", "no-target"})
            String status,

            @Schema(description = "The score, from 0 to 100; only with score=true") @Nullable
            BigDecimal score,

            @Schema(
                    enumeration = {"improving", "steady", "worsening", "unknown", "broken"},
                    description = "The comparison with the preceding period of the same length; broken: the"
                            + " definition changed in between")
            String trend,

            @Schema(description = "The note of the latest review of the period on the measure") @Nullable
            String note,

            @Nullable StatusOverrideResponse override,

            @Schema(
                    description = "The root-relative URL of the evidence: the activities and events behind"
                            + " the value; absent for a rubric")
            @Nullable
            String evidence) {}

    /** The attainment, progress or pace of a value. */
    @Schema(
            name = "AttainmentRatio",
            description = "A ratio, which is not capped; null with a reason if it cannot be computed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttainmentRatioResponse(
            @Schema(examples = "0.95", nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal value,

            @Schema(
                    enumeration = {
                        "no-value",
                        "no-target",
                        "zero-target",
                        "no-baseline",
                        "target-is-baseline",
                        "no-time-elapsed"
                    })
            @Nullable
            String reason) {}

    /** An assessment of an objective. */
    @Schema(
            name = "ScorecardAssessment",
            description = "An assessment of an objective by participants," + " peers or evaluators")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScorecardAssessment(
            String code,
            @Schema(examples = "2015") String period,
            @Schema(examples = "peer-evaluation") String method,
            @Schema(examples = "peers") String by,
            @Schema(examples = "trust") @Nullable String rubric,
            @Schema(examples = "3") @Nullable Integer level,

            @Schema(description = "The description of the level in the rubric") @Nullable
            String meaning,

            @Nullable String text) {
        static ScorecardAssessment of(ObjectiveAssessment it, @Nullable String meaning) {
            return new ScorecardAssessment(
                    it.code(),
                    it.period().name(),
                    it.method().word(),
                    it.assessors().word(),
                    it.rubric().orElse(null),
                    it.level().orElse(null),
                    meaning,
                    it.text().isEmpty() ? null : it.text());
        }
    }
}
