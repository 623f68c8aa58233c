package org.bitacora.api.strategy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.api.strategy.ScorecardResponse.AttainmentRatioResponse;
import org.bitacora.api.strategy.ScorecardResponse.ScorecardAssessment;
import org.bitacora.api.strategy.ScorecardResponse.ScorecardMeasureResponse;
import org.bitacora.application.strategy.ActivityFeedback;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Belo Horizonte's attainment table: whether each target was achieved, to what degree, and what must
 * improve.
 */
@Schema(
        name = "AttainmentResponse",
        description = "For each measure of a strategy, whether the target was achieved, to what degree,"
                + " and what must improve")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttainmentResponse(
        @Schema(examples = "br-belo-horizonte") String territory,
        @Schema(examples = "Belo Horizonte") String territoryName,
        @Schema(examples = "ppag-2010") String strategy,
        @Schema(examples = "PPAG 2010-2013") String name,
        @Schema(examples = "2011") String period,
        ScorecardResponse.ScorecardAsOf asOf,

        @Schema(enumeration = "catching-up", description = ScorecardResponse.STATUS) @Nullable
        String status,

        List<AttainmentRow> results) {

    /** The columns of the CSV table, in order. */
    public static final List<String> COLUMNS = List.of(
            "period",
            "objective",
            "result",
            "measure",
            "indicator",
            "unit",
            "target",
            "value",
            "achieved",
            "attainment",
            "progress",
            "pace",
            "status",
            "gap",
            "improvements",
            "note",
            "feedback");

    /** The row of a measure. */
    @Schema(name = "AttainmentRow", description = "A measure of an objective, with its value and its target")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttainmentRow(
            @Schema(examples = "activities") String objective,

            @Schema(examples = "Actividades internacionales")
            String result,

            ScorecardMeasureResponse measure,

            @Schema(
                    examples = "6",
                    description = "The target minus the value; absent if the target was"
                            + " achieved or the value is unknown")
            @Nullable
            BigDecimal gap,

            @Schema(
                    examples = "Faltan 6 para la meta de 50",
                    description = "What must improve, in words;" + " absent without a gap")
            @Nullable
            String improvements,

            @Schema(description = "The feedback on the activities behind the value")
            List<ActivityFeedbackResponse> feedback,

            @Schema(
                    description =
                            "The assessments of the objective in the period; only in the row of its" + " first measure")
            List<ScorecardAssessment> assessments) {
        /**
         * Returns the attainment in percent, rounded to a whole number, for the HTML page; null if there is
         * none.
         */
        @JsonIgnore
        public @Nullable String getPercent() {
            return Optional.ofNullable(measure.attainment().value())
                    .map(it -> it.movePointRight(2).setScale(0, RoundingMode.HALF_UP) + "\u202f%")
                    .orElse(null);
        }

        AttainmentRow withFeedback(Map<String, List<ActivityFeedback>> byMeasure) {
            var said = byMeasure.getOrDefault(measure.code(), List.of()).stream()
                    .map(ActivityFeedbackResponse::of)
                    .toList();
            return new AttainmentRow(objective, result, measure, gap, improvements, said, assessments);
        }

        private List<String> row(String period) {
            return List.of(
                    period,
                    objective,
                    result,
                    measure.code(),
                    text(measure.indicator()),
                    text(measure.unit()),
                    text(measure.target()),
                    text(measure.value()),
                    text(measure.achieved()),
                    text(measure.attainment()),
                    text(measure.progress()),
                    text(measure.pace()),
                    measure.status(),
                    text(gap),
                    text(improvements),
                    text(measure.note()),
                    Integer.toString(feedback.size()));
        }

        private static String text(AttainmentRatioResponse degree) {
            return text(degree.value());
        }

        private static String text(@Nullable Object value) {
            return Optional.ofNullable(value)
                    .map(it -> it instanceof BigDecimal number ? number.toPlainString() : it.toString())
                    .orElse("");
        }
    }

    /** Feedback on an activity. */
    @Schema(name = "ActivityFeedback", description = "Feedback on an activity, with the position of its" + " log entry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActivityFeedbackResponse(
            @Schema(examples = "proyecto-2011-0005") String activity,
            @Schema(examples = "Huertas urbanas") String title,
            @Schema(examples = "512") long position,
            @Schema(examples = "participants") @Nullable String by,
            @Schema(examples = "trust") @Nullable String rubric,
            @Schema(examples = "3") @Nullable Integer level,
            @Nullable String text) {
        static ActivityFeedbackResponse of(ActivityFeedback said) {
            return new ActivityFeedbackResponse(
                    said.activity(),
                    said.title(),
                    said.position(),
                    said.by(),
                    said.rubric(),
                    said.level(),
                    said.text());
        }
    }

    List<List<String>> rows() {
        return results.stream().map(it -> it.row(period)).toList();
    }
}
