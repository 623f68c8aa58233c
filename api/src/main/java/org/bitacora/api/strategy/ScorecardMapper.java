package org.bitacora.api.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitacora.application.strategy.Rubrics;
import org.bitacora.application.strategy.ScorecardService;
import org.bitacora.domain.json.Numbers;
import org.bitacora.domain.strategy.AttainmentRatio;
import org.bitacora.domain.strategy.Objective.MeasureSource;
import org.bitacora.domain.strategy.ObjectiveAssessment;
import org.bitacora.domain.strategy.Scorecard.MeasureScore;
import org.bitacora.domain.strategy.Scorecard.ObjectiveScore;
import org.bitacora.domain.strategy.Scorecard.PerspectiveScore;
import org.bitacora.http.ReadRequest;
import org.jspecify.annotations.Nullable;

/** Maps a scorecard to the contract, in a language. */
final class ScorecardMapper {

    private static final int DIGITS = 12;

    private final ScorecardService.ComputedScorecard scorecard;
    private final Rubrics rubrics;
    private final Locale language;
    private final boolean includeScores;

    ScorecardMapper(
            ScorecardService.ComputedScorecard computedScorecard, Rubrics rubrics, Locale language, boolean scores) {
        this.scorecard = computedScorecard;
        this.rubrics = rubrics;
        this.language = language;
        this.includeScores = scores;
    }

    ScorecardResponse toResponse() {
        var asOfMoment = scorecard.moment();
        var asOf = new ScorecardResponse.ScorecardAsOf(
                asOfMoment.position(),
                asOfMoment.recordedAt().orElse(null),
                scorecard.version().position(),
                asOfMoment.head().orElse(null));
        return new ScorecardResponse(
                scorecard.territory(),
                scorecard.version().strategy(),
                scorecard.strategy().charter().name().forLanguage(language),
                scorecard.period().name(),
                asOf,
                asOf.responseStatus(),
                ScorecardResponse.RollupResponse.of(scorecard.scorecard().overall(), Optional.empty()),
                scorecard.scorecard().perspectives().stream()
                        .map(this::toPerspective)
                        .toList());
    }

    private ScorecardResponse.ScorecardPerspective toPerspective(PerspectiveScore it) {
        return new ScorecardResponse.ScorecardPerspective(
                it.perspective().code(),
                it.perspective().name().forLanguage(language),
                Numbers.withoutTrailingZeros(it.perspective().weight()),
                ScorecardResponse.RollupResponse.of(it.rollup(), it.override()),
                it.objectives().stream().map(this::toObjective).toList());
    }

    ScorecardResponse.ScorecardObjective toObjective(ObjectiveScore it) {
        var objective = it.objective();
        return new ScorecardResponse.ScorecardObjective(
                objective.code(),
                objective.name().forLanguage(language),
                objective.owner().isEmpty() ? null : objective.owner(),
                Numbers.withoutTrailingZeros(objective.weight()),
                ScorecardResponse.RollupResponse.of(it.rollup(), it.override()),
                it.measures().stream().map(this::toMeasure).toList(),
                it.assessments().stream()
                        .map(objectiveAssessment -> ScorecardResponse.ScorecardAssessment.of(
                                objectiveAssessment, levelDescription(objectiveAssessment)))
                        .toList());
    }

    private @Nullable String levelDescription(ObjectiveAssessment objectiveAssessment) {
        return objectiveAssessment
                .rubric()
                .flatMap(rubrics::find)
                .flatMap(rubricDefinition -> objectiveAssessment
                        .level()
                        .filter(level -> level <= rubricDefinition.levels().size())
                        .map(level -> rubricDefinition.levels().get(level - 1)))
                .map(rubricLevel -> rubricLevel.description().forLanguage(language))
                .orElse(null);
    }

    ScorecardResponse.ScorecardMeasureResponse toMeasure(MeasureScore it) {
        var scorecardMeasure = it.measure();
        var attainment = it.attainment();
        var definition = Optional.ofNullable(scorecard.readings().definitions().get(scorecardMeasure.code()));
        return new ScorecardResponse.ScorecardMeasureResponse(
                scorecardMeasure.code(),
                name(it),
                scorecardMeasure.source() instanceof MeasureSource.IndicatorSource(var code, var _) ? code : null,
                scorecardMeasure.source() instanceof MeasureSource.RubricSource(var code) ? code : null,
                definition.map(found -> found.unit()).orElse(null),
                Numbers.withoutTrailingZeros(scorecardMeasure.weight()),
                scorecardMeasure.isLeading(),
                Numbers.withoutTrailingZeros(attainment.value()),
                Numbers.withoutTrailingZeros(attainment.target()),
                attainment.achieved().orElse(null),
                toRatio(attainment.attainment()),
                toRatio(attainment.progress()),
                toRatio(attainment.pace()),
                attainment.status().word(),
                includeScores ? Numbers.withoutTrailingZeros(attainment.score()) : null,
                it.trend().word(),
                latestReviewNote(scorecardMeasure.code()).orElse(null),
                it.override().map(ScorecardResponse.StatusOverrideResponse::of).orElse(null),
                evidence(scorecardMeasure.source()));
    }

    /** Returns the name of a measure, otherwise that of its indicator or rubric. */
    private String name(MeasureScore it) {
        var own = it.measure().name().forLanguage(language);
        if (!own.isEmpty()) {
            return own;
        }
        return switch (it.measure().source()) {
            case MeasureSource.IndicatorSource(var code, var _) ->
                Optional.ofNullable(scorecard
                                .readings()
                                .definitions()
                                .get(it.measure().code()))
                        .map(found -> found.name().forLanguage(language))
                        .orElse(code);
            case MeasureSource.RubricSource(var code) ->
                rubrics.find(code)
                        .map(found -> found.name().forLanguage(language))
                        .orElse(code);
        };
    }

    private static ScorecardResponse.AttainmentRatioResponse toRatio(AttainmentRatio attainmentRatio) {
        return new ScorecardResponse.AttainmentRatioResponse(
                Numbers.withoutTrailingZeros(attainmentRatio.number().map(ScorecardMapper::rounded)),
                attainmentRatio
                        .reason()
                        .map(AttainmentRatio.MissingRatioReason::word)
                        .orElse(null));
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    }

    /** Returns the note of the latest review of the period on a measure. */
    Optional<String> latestReviewNote(String measure) {
        return scorecard.strategy().latestReviewNote(measure, scorecard.period());
    }

    private @Nullable String evidence(MeasureSource measureSource) {
        if (!(measureSource instanceof MeasureSource.IndicatorSource(var code, var where))) {
            return null;
        }
        var more = new ArrayList<String>(List.of(
                "period",
                scorecard.period().name(),
                "asOf",
                Long.toString(scorecard.moment().position())));
        where.valuesByField()
                .forEach((filterField, values) -> more.addAll(List.of(filterField.word(), String.join(",", values))));
        return ReadRequest.uriOf(
                "/v1/territories/" + scorecard.territory() + "/indicators/" + code + "/evidence",
                more.toArray(String[]::new));
    }
}
