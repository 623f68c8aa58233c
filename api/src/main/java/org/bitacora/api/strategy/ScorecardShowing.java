package org.bitacora.api.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.application.request.Ask;
import org.bitacora.application.strategy.Carding;
import org.bitacora.application.strategy.Rubrics;
import org.bitacora.domain.json.Numbers;
import org.bitacora.domain.strategy.Assessment;
import org.bitacora.domain.strategy.Degree;
import org.bitacora.domain.strategy.Objective.By;
import org.bitacora.domain.strategy.Review;
import org.bitacora.domain.strategy.Scorecard.OfMeasure;
import org.bitacora.domain.strategy.Scorecard.OfObjective;
import org.bitacora.domain.strategy.Scorecard.OfPerspective;
import org.jspecify.annotations.Nullable;

/** Shows a scorecard as the contract wants it, in the language that was asked for. */
final class ScorecardShowing {

    private static final int DIGITS = 12;

    private final Carding.Carded carded;
    private final Rubrics rubrics;
    private final Ask ask;
    private final Locale language;
    private final boolean scores;

    ScorecardShowing(Carding.Carded carded, Rubrics rubrics, Ask ask, boolean scores) {
        this.carded = carded;
        this.rubrics = rubrics;
        this.ask = ask;
        this.language = ask.language();
        this.scores = scores;
    }

    ScorecardShown shown() {
        var moment = carded.moment();
        return new ScorecardShown(
                carded.territory(),
                carded.version().strategy(),
                carded.strategy().charter().name().in(language),
                carded.period().name(),
                new ScorecardShown.AsOf(
                        moment.position(),
                        moment.recordedAt().orElse(null),
                        carded.version().position()),
                ScorecardShown.Together.of(carded.card().whole(), Optional.empty()),
                carded.card().perspectives().stream().map(this::perspective).toList());
    }

    private ScorecardShown.PerspectiveShown perspective(OfPerspective it) {
        return new ScorecardShown.PerspectiveShown(
                it.perspective().code(),
                it.perspective().name().in(language),
                Numbers.withoutTrailingZeros(it.perspective().weight()),
                ScorecardShown.Together.of(it.rollup(), it.override()),
                it.objectives().stream().map(this::objective).toList());
    }

    ScorecardShown.ObjectiveShown objective(OfObjective it) {
        var objective = it.objective();
        return new ScorecardShown.ObjectiveShown(
                objective.code(),
                objective.name().in(language),
                objective.owner().isEmpty() ? null : objective.owner(),
                Numbers.withoutTrailingZeros(objective.weight()),
                ScorecardShown.Together.of(it.rollup(), it.override()),
                it.measures().stream().map(this::measure).toList(),
                it.assessments().stream()
                        .map(assessment -> ScorecardShown.AssessmentShown.of(assessment, meaning(assessment)))
                        .toList());
    }

    private @Nullable String meaning(Assessment assessment) {
        return assessment
                .rubric()
                .flatMap(rubrics::find)
                .flatMap(rubric -> assessment
                        .level()
                        .filter(level -> level <= rubric.levels().size())
                        .map(level -> rubric.levels().get(level - 1)))
                .map(level -> level.description().in(language))
                .orElse(null);
    }

    ScorecardShown.MeasureShown measure(OfMeasure it) {
        var gauge = it.measure();
        var attainment = it.attainment();
        var definition = Optional.ofNullable(carded.gauged().definitions().get(gauge.code()));
        return new ScorecardShown.MeasureShown(
                gauge.code(),
                name(it),
                gauge.by() instanceof By.Indicator(var code, var _) ? code : null,
                gauge.by() instanceof By.Rubric(var code) ? code : null,
                definition.map(found -> found.unit()).orElse(null),
                Numbers.withoutTrailingZeros(gauge.weight()),
                gauge.isLeading(),
                Numbers.withoutTrailingZeros(attainment.value()),
                Numbers.withoutTrailingZeros(attainment.target()),
                attainment.achieved().orElse(null),
                degree(attainment.attainment()),
                degree(attainment.progress()),
                degree(attainment.pace()),
                attainment.status().word(),
                scores ? Numbers.withoutTrailingZeros(attainment.score()) : null,
                it.trend().word(),
                note(gauge.code()).orElse(null),
                it.override().map(ScorecardShown.OverrideShown::of).orElse(null),
                evidence(gauge.by()));
    }

    /** Its own name; else that of what it reads. */
    private String name(OfMeasure it) {
        var own = it.measure().name().in(language);
        if (!own.isEmpty()) {
            return own;
        }
        return switch (it.measure().by()) {
            case By.Indicator(var code, var _) ->
                Optional.ofNullable(
                                carded.gauged().definitions().get(it.measure().code()))
                        .map(found -> found.name().in(language))
                        .orElse(code);
            case By.Rubric(var code) ->
                rubrics.find(code).map(found -> found.name().in(language)).orElse(code);
        };
    }

    private static ScorecardShown.DegreeShown degree(Degree degree) {
        return new ScorecardShown.DegreeShown(
                Numbers.withoutTrailingZeros(degree.number().map(ScorecardShowing::rounded)),
                degree.reason().map(Degree.Reason::word).orElse(null));
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    }

    /** What the latest review of the period says of a measure. */
    Optional<String> note(String measure) {
        return carded.strategy().reviews().stream()
                .filter(it -> it.period().first().equals(carded.period().first())
                        && it.period().last().equals(carded.period().last()))
                .filter(it -> it.notes().containsKey(measure))
                .max(Comparator.comparing(Review::on))
                .map(it -> it.notes().get(measure));
    }

    private @Nullable String evidence(By by) {
        if (!(by instanceof By.Indicator(var code, var where))) {
            return null;
        }
        var more = new ArrayList<String>(List.of(
                "period",
                carded.period().name(),
                "asOf",
                Long.toString(carded.moment().position())));
        where.where().forEach((field, values) -> more.addAll(List.of(field.word(), String.join(",", values))));
        return ask.elsewhere(
                "/v1/territories/" + carded.territory() + "/indicators/" + code + "/evidence",
                List.of(),
                more.toArray(String[]::new));
    }
}
