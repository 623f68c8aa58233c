package org.bitacora.api.strategy;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bitacora.api.strategy.AttainmentShown.Result;
import org.bitacora.application.request.Ask;
import org.bitacora.application.strategy.ActivityFeedback;
import org.bitacora.application.strategy.Carding;
import org.bitacora.application.strategy.Rubrics;
import org.bitacora.domain.json.Numbers;
import org.bitacora.domain.strategy.Attainment;
import org.bitacora.domain.strategy.Scorecard.OfMeasure;
import org.bitacora.domain.strategy.Scorecard.OfObjective;
import org.bitacora.http.Labels;

/** Maps a scorecard, and what people said of the activities behind it, to the attainment table of the contract. */
@Singleton
class AttainmentMapper {

    private final Rubrics rubrics;

    AttainmentMapper(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    AttainmentShown toResponse(Carding.Carded carded, Map<String, List<ActivityFeedback>> feedback, Ask ask) {
        var showing = new ScorecardShowing(carded, rubrics, ask, false);
        var card = showing.shown();
        var labels = Labels.in(ask.language());
        var results = carded.card().perspectives().stream()
                .flatMap(it -> it.objectives().stream())
                .flatMap(objective -> objective.measures().stream()
                        .map(measure ->
                                toRow(showing, objective, measure, labels).with(feedback)))
                .toList();
        return new AttainmentShown(
                card.territory(), carded.name(), card.strategy(), card.name(), card.period(), card.asOf(), results);
    }

    /** The assessments of an objective are in the row of the first of its measures. */
    private static Result toRow(ScorecardShowing showing, OfObjective objective, OfMeasure measure, Labels labels) {
        var shown = showing.objective(objective);
        var gap = measure.attainment().gap();
        boolean first = objective.measures().getFirst().equals(measure);
        return new Result(
                objective.objective().code(),
                shown.name(),
                showing.measure(measure),
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
