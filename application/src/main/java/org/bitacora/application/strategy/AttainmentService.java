package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.Objective.MeasureSource;
import org.bitacora.domain.strategy.Objective.ScorecardMeasure;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.evidence.Contribution;
import org.bitacora.projections.indicator.evidence.EvidenceFinder;
import org.bitacora.projections.strategy.FeedbackRepository;

/** Finds the feedback on the activities behind each measure of a scorecard. */
@Singleton
public class AttainmentService {

    private final EvidenceFinder evidenceFinder;
    private final FeedbackRepository feedbackRepository;

    AttainmentService(EvidenceFinder evidenceFinder, FeedbackRepository feedbackRepository) {
        this.evidenceFinder = evidenceFinder;
        this.feedbackRepository = feedbackRepository;
    }

    /** Returns the feedback by measure code, as of the moment of the scorecard. */
    public Uni<Map<String, List<ActivityFeedback>>> feedback(ScorecardService.ComputedScorecard computedScorecard) {
        return feedbackRepository
                .listUpTo(
                        computedScorecard.territory(),
                        computedScorecard.moment().position())
                .flatMap(entries -> entries.isEmpty()
                        ? Uni.createFrom().item(Map.<String, List<ActivityFeedback>>of())
                        : feedbackByMeasure(computedScorecard, entries));
    }

    private Uni<Map<String, List<ActivityFeedback>>> feedbackByMeasure(
            ScorecardService.ComputedScorecard computedScorecard, List<Entry> entries) {
        Map<String, List<Entry>> bySubject = entries.stream().collect(Collectors.groupingBy(Entry::subject));
        var scope = TerritoryScope.of(
                computedScorecard.territory(), computedScorecard.moment().position());
        var assessed = bySubject.keySet().stream()
                .flatMap(subject -> Subject.parse(subject).stream())
                .map(Subject::path)
                .toList();
        Map<String, Uni<List<Contribution>>> behind = new LinkedHashMap<>();
        for (var scorecardMeasure : computedScorecard.strategy().measures()) {
            evidenceQuery(computedScorecard, scorecardMeasure)
                    .ifPresent(evidenceQuery -> behind.put(
                            scorecardMeasure.code(), evidenceFinder.findForActivities(evidenceQuery, scope, assessed)));
        }
        if (behind.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return MeasureReadingService.joinByKey(behind).map(found -> {
            Map<String, List<ActivityFeedback>> byMeasure = new HashMap<>();
            found.forEach((measure, activities) -> byMeasure.put(measure, toFeedback(activities, bySubject)));
            return byMeasure;
        });
    }

    private static Optional<EvidenceFinder.EvidenceQuery> evidenceQuery(
            ScorecardService.ComputedScorecard computedScorecard, ScorecardMeasure scorecardMeasure) {
        var definition = computedScorecard.readings().definitions().get(scorecardMeasure.code());
        return definition != null
                        && scorecardMeasure.source() instanceof MeasureSource.IndicatorSource(var _, var where)
                ? Optional.of(new EvidenceFinder.EvidenceQuery(definition, computedScorecard.period(), where))
                : Optional.empty();
    }

    private static List<ActivityFeedback> toFeedback(
            List<Contribution> activities, Map<String, List<Entry>> bySubject) {
        return activities.stream()
                .flatMap(activity -> bySubject
                        .getOrDefault(
                                new Subject.ActivitySubject(activity.territory(), activity.subject()).text(), List.of())
                        .stream()
                        .map(entry -> toFeedback(activity, entry)))
                .toList();
    }

    private static ActivityFeedback toFeedback(Contribution activity, Entry entry) {
        var data = JsonReader.parseStored(entry.data()) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
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
