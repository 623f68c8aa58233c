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
import org.bitacora.domain.strategy.Assessment;
import org.bitacora.domain.strategy.Overriding;
import org.bitacora.domain.strategy.Rollup;
import org.bitacora.domain.strategy.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scorecard as the contract shows it. */
@Schema(
        name = "Scorecard",
        description = "A strategy beside what its measures came to: perspectives, objectives, measures")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScorecardShown(
        @Schema(examples = "br-belo-horizonte") String territory,
        @Schema(examples = "ppag-2014") String strategy,
        @Schema(examples = "PPAG 2014-2017") String name,
        @Schema(examples = "2015") String period,
        AsOf asOf,
        Together whole,
        List<PerspectiveShown> perspectives) {

    /** As known when. */
    @Schema(name = "ScorecardAsOf", description = "As known when: of the log, and of the strategy")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AsOf(
            @Schema(examples = "463") long position,
            @Nullable Instant recordedAt,

            @Schema(examples = "401", description = "The position of the strategy's version")
            long strategy) {}

    /** What several come to together. */
    @Schema(name = "Rollup", description = "What several come to together: a weighted mean, with all that a mean hides")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Together(
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
            WorstShown worst,

            @Schema(description = "How many measures below have which status")
            Map<String, Integer> counts,

            @Nullable OverrideShown override) {
        static Together of(Rollup rollup, Optional<Overriding> override) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            rollup.counts().forEach((status, count) -> counts.put(status.word(), count));
            return new Together(
                    rollup.status().isKnown() ? rollup.status().word() : Status.INSUFFICIENT.word(),
                    Numbers.withoutTrailingZeros(rollup.score()),
                    Numbers.withoutTrailingZeros(rollup.coverage()),
                    rollup.worst().map(WorstShown::of).orElse(null),
                    counts,
                    override.map(OverrideShown::of).orElse(null));
        }
    }

    /** The worst measure. */
    @Schema(name = "Worst", description = "The worst measure below")
    public record WorstShown(
            @Schema(examples = "volunteers") String measure,
            @Schema(examples = "red") String status,
            @Schema(examples = "40") BigDecimal score) {
        static WorstShown of(Rollup.Worst worst) {
            return new WorstShown(worst.measure(), worst.status().word(), Numbers.withoutTrailingZeros(worst.score()));
        }
    }

    /** An override. */
    @Schema(name = "Override", description = "How somebody sees a status, beside the computed one, until a day")
    public record OverrideShown(
            @Schema(examples = "amber") String status,
            String author,
            String reason,
            @Schema(examples = "2016-06-30") LocalDate until) {
        static OverrideShown of(Overriding override) {
            return new OverrideShown(override.status().word(), override.author(), override.reason(), override.until());
        }
    }

    /** A perspective. */
    @Schema(name = "PerspectiveOfScorecard", description = "A perspective, its objectives, and what they come to")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PerspectiveShown(
            @Schema(examples = "internal") String perspective,
            @Schema(examples = "Interna") String name,
            @Schema(examples = "25") @Nullable BigDecimal weight,
            Together together,
            List<ObjectiveShown> objectives) {}

    /** An objective. */
    @Schema(
            name = "ObjectiveOfScorecard",
            description = "An objective, its measures, what they come to, what was said of it")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ObjectiveShown(
            @Schema(examples = "o1") String objective,
            @Schema(examples = "Participación") String name,
            @Schema(examples = "SMARI") @Nullable String owner,
            @Schema(examples = "50") @Nullable BigDecimal weight,
            Together together,
            List<MeasureShown> measures,
            List<AssessmentShown> assessments) {}

    /** A measure. */
    @Schema(name = "MeasureOfScorecard", description = "A measure, its value, and what that is beside its target")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeasureShown(
            @Schema(examples = "actions") String measure,
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
            DegreeShown attainment,
            DegreeShown progress,
            DegreeShown pace,

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

            @Nullable OverrideShown override,

            @Schema(description = "Where the activities and events behind the value are") @Nullable
            String evidence) {}

    /** To what degree. */
    @Schema(name = "Degree", description = "A number that is not capped, or null with the reason why there is none")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DegreeShown(
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
    @Schema(
            name = "AssessmentOfScorecard",
            description = "What participants, peers or evaluators think of an objective")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AssessmentShown(
            String code,
            @Schema(examples = "2015") String period,
            @Schema(examples = "peer-evaluation") String method,
            @Schema(examples = "peers") String by,
            @Schema(examples = "trust") @Nullable String rubric,
            @Schema(examples = "3") @Nullable Integer level,

            @Schema(description = "What one sees at that level") @Nullable
            String meaning,

            @Nullable String text) {
        static AssessmentShown of(Assessment it, @Nullable String meaning) {
            return new AssessmentShown(
                    it.code(),
                    it.period().name(),
                    it.method().word(),
                    it.by().word(),
                    it.rubric().orElse(null),
                    it.level().orElse(null),
                    meaning,
                    it.text().isEmpty() ? null : it.text());
        }
    }
}
