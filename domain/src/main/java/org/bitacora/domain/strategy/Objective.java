package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Frequency;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterReader;
import org.bitacora.domain.indicator.LocalizedText;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;

/**
 * An objective of a strategy.
 *
 * @param code the code by which activities refer to the objective
 * @param name the display name
 * @param perspective the code of the perspective
 * @param owner the person or unit responsible
 * @param weight the weight in percent of the perspective; empty if all objectives have the same weight
 * @param theme the thematic area
 * @param serves the development objective that this objective serves
 * @param measures the scorecard measures
 */
public record Objective(
        String code,
        LocalizedText name,
        String perspective,
        String owner,
        Optional<BigDecimal> weight,
        String theme,
        String serves,
        List<ScorecardMeasure> measures) {

    public Objective {
        measures = List.copyOf(measures);
    }

    /**
     * An indicator or a rubric by which an objective is measured.
     *
     * @param code the code of the measure in the strategy, to which a target refers
     * @param name the display name
     * @param source the source of the values
     * @param weight the weight in percent of the objective; empty if all measures have the same weight
     * @param isLeading whether the measure moves before the objective does
     * @param frequency how often the measure is evaluated
     */
    public record ScorecardMeasure(
            String code,
            LocalizedText name,
            MeasureSource source,
            Optional<BigDecimal> weight,
            boolean isLeading,
            Frequency frequency) {}

    /** The source of the values of a scorecard measure. */
    public sealed interface MeasureSource {

        /** An indicator, restricted to the activities that match a filter. */
        record IndicatorSource(String code, Filter where) implements MeasureSource {}

        /** The levels at which the objective was assessed by a rubric. */
        record RubricSource(String code) implements MeasureSource {}
    }

    static Objective read(JsonObjectReader at) {
        at.allowOnly(
                List.of("code", "name", "perspective", "owner", "weight", "theme", "serves", "measures", "review"));
        return new Objective(
                StrategyCodes.readCode(at, "code"),
                LocalizedText.readRequired(at, "name"),
                at.requiredText("perspective"),
                at.optionalText("owner"),
                StrategyCodes.readWeight(at),
                at.optionalText("theme"),
                at.optionalText("serves"),
                at.objects("measures").stream().map(Objective::scorecardMeasure).toList());
    }

    private static ScorecardMeasure scorecardMeasure(JsonObjectReader at) {
        at.allowOnly(List.of("code", "name", "indicator", "where", "rubric", "weight", "leading", "frequency"));
        if (at.has("indicator") == at.has("rubric")) {
            at.addViolation("indicator", Detail.of("Expected either an indicator or a rubric."));
        }
        return new ScorecardMeasure(
                StrategyCodes.readCode(at, "code"),
                LocalizedText.readOptional(at, "name"),
                at.has("rubric")
                        ? new MeasureSource.RubricSource(at.requiredText("rubric"))
                        : new MeasureSource.IndicatorSource(
                                at.optionalText("indicator"),
                                FilterReader.read(at).orElse(Filter.EVERYTHING)),
                StrategyCodes.readWeight(at),
                at.booleanValue("leading"),
                at.oneOf("frequency", List.of(Frequency.values()), Frequency::word, Frequency.YEARLY));
    }
}
