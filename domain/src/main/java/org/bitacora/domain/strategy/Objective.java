package org.bitacora.domain.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition.Frequency;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterReader;
import org.bitacora.domain.indicator.LocalizedText;
import org.bitacora.domain.json.JsonObjectReader;

/**
 * What a strategy wants to reach.
 *
 * @param code what activities call it that serve it
 * @param perspective the code of where it is looked at from
 * @param owner who answers for it
 * @param weight in percent of its perspective; empty where all weigh the same
 * @param theme its thematic area
 * @param serves the development objective that it serves
 * @param measures how one sees whether it is reached
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
     * How one sees whether an objective is reached.
     *
     * @param code its own name in the strategy, which a target names
     * @param source what it reads
     * @param weight in percent of its objective; empty where all weigh the same
     * @param isLeading whether it moves before the objective does, not after
     * @param frequency how often it is looked at
     */
    public record ScorecardMeasure(
            String code,
            LocalizedText name,
            MeasureSource source,
            Optional<BigDecimal> weight,
            boolean isLeading,
            Frequency frequency) {}

    /** What a measure reads. */
    public sealed interface MeasureSource {

        /** An indicator, of the activities that a filter means. */
        record IndicatorSource(String code, Filter where) implements MeasureSource {}

        /** The levels at which the objective was judged by a rubric. */
        record RubricSource(String code) implements MeasureSource {}
    }

    static Objective read(JsonObjectReader at) {
        at.allowOnly(
                List.of("code", "name", "perspective", "owner", "weight", "theme", "serves", "measures", "review"));
        return new Objective(
                StrategyCodes.readCode(at, "code"),
                LocalizedText.read(at, "name", true),
                at.text("perspective", true),
                at.text("owner", false),
                StrategyCodes.readWeight(at),
                at.text("theme", false),
                at.text("serves", false),
                at.objects("measures").stream().map(Objective::gauge).toList());
    }

    private static ScorecardMeasure gauge(JsonObjectReader at) {
        at.allowOnly(List.of("code", "name", "indicator", "where", "rubric", "weight", "leading", "frequency"));
        if (at.has("indicator") == at.has("rubric")) {
            at.addViolation("indicator", "Either an indicator or a rubric is wanted.");
        }
        return new ScorecardMeasure(
                StrategyCodes.readCode(at, "code"),
                LocalizedText.read(at, "name", false),
                at.has("rubric")
                        ? new MeasureSource.RubricSource(at.text("rubric", true))
                        : new MeasureSource.IndicatorSource(
                                at.text("indicator", false),
                                FilterReader.read(at).orElse(Filter.EVERYTHING)),
                StrategyCodes.readWeight(at),
                at.booleanValue("leading"),
                at.oneOf("frequency", List.of(Frequency.values()), Frequency::word, Frequency.YEARLY));
    }
}
