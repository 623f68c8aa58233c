package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.Objective.By;
import org.bitacora.domain.strategy.Objective.Gauge;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.evidence.Contribution;
import org.bitacora.projections.indicator.evidence.Evidence;
import org.bitacora.projections.strategy.Feedback;

/** Finds what people said of the activities behind each measure of a scorecard. */
@Singleton
public class Attaining {

    private final Evidence evidence;
    private final Feedback feedback;

    Attaining(Evidence evidence, Feedback feedback) {
        this.evidence = evidence;
        this.feedback = feedback;
    }

    /** What was said, by the code of the measure; as known at the moment of the scorecard. */
    public Uni<Map<String, List<ActivityFeedback>>> feedback(Carding.Carded carded) {
        return feedback.upTo(carded.territory(), carded.moment().position())
                .flatMap(entries -> entries.isEmpty()
                        ? Uni.createFrom().item(Map.<String, List<ActivityFeedback>>of())
                        : byMeasure(carded, entries));
    }

    private Uni<Map<String, List<ActivityFeedback>>> byMeasure(Carding.Carded carded, List<Entry> entries) {
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
            Map<String, List<ActivityFeedback>> byMeasure = new HashMap<>();
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

    private static List<ActivityFeedback> said(List<Contribution> activities, Map<String, List<Entry>> bySubject) {
        return activities.stream()
                .flatMap(activity ->
                        bySubject.getOrDefault(activity.territory() + "/" + activity.subject(), List.of()).stream()
                                .map(entry -> said(activity, entry)))
                .toList();
    }

    private static ActivityFeedback said(Contribution activity, Entry entry) {
        var data = JsonReader.stored(entry.data()) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        return new ActivityFeedback(
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
