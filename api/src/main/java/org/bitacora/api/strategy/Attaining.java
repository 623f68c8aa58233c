package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.language.Labels;
import org.bitacora.api.strategy.AttainmentShown.FeedbackShown;
import org.bitacora.api.strategy.AttainmentShown.Result;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.Numbers;
import org.bitacora.domain.strategy.Attainment;
import org.bitacora.domain.strategy.Objective.By;
import org.bitacora.domain.strategy.Objective.Gauge;
import org.bitacora.domain.strategy.Scorecard.OfMeasure;
import org.bitacora.domain.strategy.Scorecard.OfObjective;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.projections.indicator.Contribution;
import org.bitacora.projections.indicator.Evidence;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.strategy.Feedback;

/** Tells of each measure whether it was met, to what degree, and what must improve, with what people said of it. */
@Singleton
class Attaining {

    private final Evidence evidence;
    private final Feedback feedback;
    private final Rubrics rubrics;

    Attaining(Evidence evidence, Feedback feedback, Rubrics rubrics) {
        this.evidence = evidence;
        this.feedback = feedback;
        this.rubrics = rubrics;
    }

    Uni<AttainmentShown> attained(Carding.Carded carded, Ask ask) {
        return feedback.upTo(carded.territory(), carded.moment().position())
                .flatMap(entries -> entries.isEmpty()
                        ? Uni.createFrom().item(Map.<String, List<FeedbackShown>>of())
                        : byMeasure(carded, entries))
                .map(found -> shown(carded, ask, found));
    }

    private AttainmentShown shown(Carding.Carded carded, Ask ask, Map<String, List<FeedbackShown>> found) {
        var showing = new ScorecardShowing(carded, rubrics, ask, false);
        var card = showing.shown();
        var labels = Labels.in(ask.language());
        var results = carded.card().perspectives().stream()
                .flatMap(it -> it.objectives().stream())
                .flatMap(objective -> objective.measures().stream()
                        .map(measure ->
                                result(showing, objective, measure, labels).with(found)))
                .toList();
        return new AttainmentShown(
                card.territory(), carded.name(), card.strategy(), card.name(), card.period(), card.asOf(), results);
    }

    /** What was said of an objective is told with the first of its measures. */
    private static Result result(ScorecardShowing showing, OfObjective objective, OfMeasure measure, Labels labels) {
        var shown = showing.objective(objective);
        var gap = gap(measure.attainment());
        boolean first = objective.measures().getFirst().equals(measure);
        return new Result(
                objective.objective().code(),
                shown.name(),
                showing.measure(measure),
                Numbers.withoutTrailingZeros(gap),
                gap.map(it -> improve(it, measure.attainment(), labels)).orElse(null),
                List.of(),
                first ? shown.assessments() : List.of());
    }

    private static Optional<BigDecimal> gap(Attainment attainment) {
        return attainment.achieved().filter(it -> !it).flatMap(_ -> attainment
                .target()
                .map(it -> it.subtract(attainment.value().orElseThrow())));
    }

    private static String improve(BigDecimal gap, Attainment attainment, Labels labels) {
        return labels.get(gap.signum() > 0 ? "attainment.below" : "attainment.above")
                .replace("{gap}", Numbers.withoutTrailingZeros(gap.abs()).toPlainString())
                .replace(
                        "{target}",
                        Numbers.withoutTrailingZeros(attainment.target().orElseThrow())
                                .toPlainString());
    }

    private Uni<Map<String, List<FeedbackShown>>> byMeasure(Carding.Carded carded, List<Entry> entries) {
        Map<String, List<Entry>> bySubject = entries.stream().collect(Collectors.groupingBy(Entry::subject));
        var scope = Scope.of(carded.territory(), carded.moment().position());
        var assessed = bySubject.keySet().stream()
                .map(subject -> subject.substring(subject.indexOf('/') + 1))
                .toList();
        Map<String, Uni<List<Contribution>>> behind = new LinkedHashMap<>();
        for (var gauge : carded.strategy().measures()) {
            behindOf(carded, gauge).ifPresent(of -> behind.put(gauge.code(), evidence.among(of, scope, assessed)));
        }
        if (behind.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Gauging.together(behind).map(found -> {
            Map<String, List<FeedbackShown>> byMeasure = new HashMap<>();
            found.forEach((measure, activities) -> byMeasure.put(measure, said(activities, bySubject)));
            return byMeasure;
        });
    }

    private static Optional<Evidence.Of> behindOf(Carding.Carded carded, Gauge gauge) {
        var definition = carded.gauged().definitions().get(gauge.code());
        return definition != null && gauge.by() instanceof By.Indicator(var _, var where)
                ? Optional.of(new Evidence.Of(definition, carded.period(), where))
                : Optional.empty();
    }

    private static List<FeedbackShown> said(List<Contribution> activities, Map<String, List<Entry>> bySubject) {
        return activities.stream()
                .flatMap(activity ->
                        bySubject.getOrDefault(activity.territory() + "/" + activity.subject(), List.of()).stream()
                                .map(entry -> said(activity, entry)))
                .toList();
    }

    private static FeedbackShown said(Contribution activity, Entry entry) {
        var data = JsonReader.stored(entry.data()) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        return new FeedbackShown(
                activity.subject(),
                activity.title(),
                entry.position(),
                data.text("by").orElse(null),
                data.text("rubric").orElse(null),
                data.get("level").orElse(null) instanceof Json.Num(var level)
                        ? Integer.valueOf(level.intValue())
                        : null,
                data.text("text").or(() -> data.text("results")).orElse(null));
    }
}
