package org.bitacora.api.strategy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.json.Numbers;
import org.bitacora.domain.strategy.AttainmentStatus;
import org.bitacora.domain.strategy.ObjectiveAssessment;
import org.bitacora.domain.strategy.Rollup;
import org.bitacora.domain.strategy.StatusOverride;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scorecard as the contract shows it. */
@Schema(
        name = "ScorecardResponse",
        description = "A strategy beside what its measures came to: perspectives, objectives, measures")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScorecardResponse(
        @Schema(examples = "br-belo-horizonte") String territory,
        @Schema(examples = "ppag-2014") String strategy,
        @Schema(examples = "PPAG 2014-2017") String name,
        @Schema(examples = "2015") String period,
        ScorecardAsOf asOf,
        RollupResponse overall,
        List<ScorecardPerspective> perspectives) {

    /** As known when. */
    @Schema(name = "ScorecardAsOf", description = "As known when: of the log, and of the strategy")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScorecardAsOf(
            @Schema(examples = "463") long position,
            @Nullable Instant recordedAt,

            @Schema(examples = "401", description = "The position of the strategy's version")
            long strategy) {}

    /** What several come to together. */
    @Schema(name = "Rollup", description = "What several come to together: a weighted mean, with all that a mean hides")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RollupResponse(
            @Schema(
                    enumeration = {"green", "amber", "red", "insufficient"},
                    description = "Never green where a measure below is red")
            String status,

            @Schema(
                    examples = "82.5",
                    nullable = true,
                    description = "The mean of the scores that are known, 0 to 100; null where too little is")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Nullable
            BigDecimal score,

            @Schema(examples = "0.9", description = "Which part of the weights is known")
            BigDecimal coverage,

            @Schema(description = "The worst measure below") @Nullable
            WorstMeasureResponse worst,

            @Schema(description = "How many measures below have which status")
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

    /** The worst measure. */
    @Schema(name = "WorstMeasure", description = "The worst measure below")
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

    /** An override. */
    @Schema(name = "StatusOverride", description = "How somebody sees a status, beside the computed one, until a day")
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

    /** A perspective. */
    @Schema(name = "ScorecardPerspective", description = "A perspective, its objectives, and what they come to")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScorecardPerspective(
            @Schema(examples = "internal") String code,
            @Schema(examples = "Interna") String name,
            @Schema(examples = "25") @Nullable BigDecimal weight,
            RollupResponse rollup,
            List<ScorecardObjective> objectives) {}

    /** An objective. */
    @Schema(
            name = "ScorecardObjective",
            description = "An objective, its measures, what they come to, what was said of it")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScorecardObjective(
            @Schema(examples = "o1") String code,
            @Schema(examples = "Participación") String name,
            @Schema(examples = "SMARI") @Nullable String owner,
            @Schema(examples = "50") @Nullable BigDecimal weight,
            RollupResponse rollup,
            List<ScorecardMeasureResponse> measures,
            List<ScorecardAssessment> assessments) {}

    /** A measure. */
    @Schema(name = "ScorecardMeasure", description = "A measure, its value, and what that is beside its target")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScorecardMeasureResponse(
            @Schema(examples = "actions") String code,
            @Schema(examples = "Acciones internacionales") String name,

            @Schema(examples = "bh.actions", description = "The indicator that it reads") @Nullable
            String indicator,

            @Schema(examples = "trust", description = "The rubric that it reads") @Nullable
            String rubric,

            @Schema(examples = "activities") @Nullable String unit,
            @Schema(examples = "50") @Nullable BigDecimal weight,

            @Schema(description = "Whether it moves before the objective does")
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

            @Schema(description = "0 to 100, where score=true asks for it") @Nullable
            BigDecimal score,

            @Schema(
                    enumeration = {"improving", "steady", "worsening", "unknown", "broken"},
                    description =
                            "Compared with the period of the same length before; broken where the definition became another")
            String trend,

            @Schema(description = "The note of the latest review of the period") @Nullable
            String note,

            @Nullable StatusOverrideResponse override,

            @Schema(description = "Where the activities and events behind the value are") @Nullable
            String evidence) {}

    /** To what degree. */
    @Schema(
            name = "AttainmentRatio",
            description = "A number that is not capped, or null with the reason why there is none")
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

    /** What somebody thinks. */
    @Schema(name = "ScorecardAssessment", description = "What participants, peers or evaluators think of an objective")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScorecardAssessment(
            String code,
            @Schema(examples = "2015") String period,
            @Schema(examples = "peer-evaluation") String method,
            @Schema(examples = "peers") String by,
            @Schema(examples = "trust") @Nullable String rubric,
            @Schema(examples = "3") @Nullable Integer level,

            @Schema(description = "What one sees at that level") @Nullable
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
