package org.bitacora.api.strategy;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitacora.api.strategy.AttainmentResponse.AttainmentRow;
import org.bitacora.application.strategy.ActivityFeedback;
import org.bitacora.application.strategy.Rubrics;
import org.bitacora.application.strategy.ScorecardService;
import org.bitacora.domain.json.Numbers;
import org.bitacora.domain.strategy.Attainment;
import org.bitacora.domain.strategy.Scorecard.MeasureScore;
import org.bitacora.domain.strategy.Scorecard.ObjectiveScore;
import org.bitacora.http.Labels;

/**
 * Maps a scorecard, and the feedback on the activities behind it, to the attainment table of the contract.
 */
@Singleton
class AttainmentMapper {

    private final Rubrics rubrics;

    AttainmentMapper(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    AttainmentResponse toResponse(
            ScorecardService.ComputedScorecard computedScorecard,
            Map<String, List<ActivityFeedback>> feedback,
            Locale language) {
        var showing = new ScorecardMapper(computedScorecard, rubrics, language, false);
        var card = showing.toResponse();
        var labels = Labels.forLanguage(language);
        var results = computedScorecard.scorecard().perspectives().stream()
                .flatMap(it -> it.objectives().stream())
                .flatMap(objective -> objective.measures().stream()
                        .map(measure ->
                                toRow(showing, objective, measure, labels).withFeedback(feedback)))
                .toList();
        return new AttainmentResponse(
                card.territory(),
                computedScorecard.name(),
                card.strategy(),
                card.name(),
                card.period(),
                card.asOf(),
                card.status(),
                results);
    }

    /**
     * Returns the row of a measure. The row of the first measure of an objective contains the assessments
     * of the objective.
     */
    private static AttainmentRow toRow(
            ScorecardMapper showing, ObjectiveScore objective, MeasureScore measure, Labels labels) {
        var shown = showing.toObjective(objective);
        var gap = measure.attainment().gap();
        boolean first = objective.measures().getFirst().equals(measure);
        return new AttainmentRow(
                objective.objective().code(),
                shown.name(),
                showing.toMeasure(measure),
                Numbers.withoutTrailingZeros(gap),
                gap.map(it -> improvementText(it, measure.attainment(), labels)).orElse(null),
                List.of(),
                first ? shown.assessments() : List.of());
    }

    private static String improvementText(BigDecimal gap, Attainment attainment, Labels labels) {
        return labels.get(gap.signum() > 0 ? "attainment.below" : "attainment.above")
                .replace("{gap}", Numbers.withoutTrailingZeros(gap.abs()).toPlainString())
                .replace(
                        "{target}",
                        Numbers.withoutTrailingZeros(attainment.target().orElseThrow())
                                .toPlainString());
    }
}
