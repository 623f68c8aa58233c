package org.bitacora.domain.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Pointer;

/**
 * A strategy as stated in its document. Observations are compared with it.
 *
 * @param targets the targets by the code of the measure
 */
public record Strategy(
        Charter charter,
        List<Objective> objectives,
        Map<String, Target> targets,
        List<StrategyLink> links,
        List<Review> reviews,
        List<ObjectiveAssessment> assessments,
        List<StatusOverride> overrides) {

    public Strategy {
        objectives = List.copyOf(objectives);
        targets = Map.copyOf(targets);
        links = List.copyOf(links);
        reviews = List.copyOf(reviews);
        assessments = List.copyOf(assessments);
        overrides = List.copyOf(overrides);
    }

    /** The strategy in a document whose events were validated one by one; empty if it was never adopted. */
    public static Optional<Strategy> of(StrategyDocument document) {
        var charter = Charter.read(members(document.charter()));
        if (charter.period().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Target> targets = new TreeMap<>();
        all(document, StrategySection.TARGETS, Target::read).forEach(it -> targets.put(it.measureCode(), it));
        return Optional.of(new Strategy(
                charter,
                all(document, StrategySection.OBJECTIVES, Objective::read),
                targets,
                all(document, StrategySection.LINKS, StrategyLink::read),
                all(document, StrategySection.REVIEWS, Review::read),
                all(document, StrategySection.ASSESSMENTS, ObjectiveAssessment::read),
                all(document, StrategySection.OVERRIDES, StatusOverride::read)));
    }

    private static <T> List<T> all(
            StrategyDocument document, StrategySection strategySection, Function<JsonObjectReader, T> read) {
        return document.items(strategySection).stream()
                .map(it -> read.apply(members(it)))
                .toList();
    }

    private static JsonObjectReader members(Json.Obj object) {
        return new JsonObjectReader(Pointer.ROOT, object, new ArrayList<>());
    }

    /** The years of the plan. */
    public Period plan() {
        return charter.period().orElseThrow();
    }

    /** The objectives of a perspective. */
    public List<Objective> of(Charter.Perspective perspective) {
        return objectives.stream()
                .filter(it -> it.perspective().equals(perspective.code()))
                .toList();
    }

    /** The note on a measure in the latest review of a period that has one; empty if there is none. */
    public Optional<String> latestReviewNote(String measureCode, Period period) {
        return reviews.stream()
                .filter(it -> Target.haveSameDays(it.period(), period))
                .filter(it -> it.notes().containsKey(measureCode))
                .max(Comparator.comparing(Review::on))
                .map(it -> it.notes().get(measureCode));
    }

    /** The measures of all objectives. */
    public List<Objective.ScorecardMeasure> measures() {
        return objectives.stream().flatMap(it -> it.measures().stream()).toList();
    }
}
