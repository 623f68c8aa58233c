package org.bitacora.domain.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bitacora.domain.event.Decision;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.strategy.Objective.ScorecardMeasure;

/**
 * Decides on revisions of a strategy. A strategy that is adopted as a whole must be consistent. A revision of one item
 * must not add a contradiction to the existing ones. Weights are exempt, because they change one at a time.
 */
public final class StrategyDecider {

    private final String code;
    private final Predicate<ScorecardMeasure> canRead;

    /**
     * Creates the decider for a strategy.
     *
     * @param canRead whether the source of a measure exists
     */
    public StrategyDecider(String code, Predicate<ScorecardMeasure> canRead) {
        this.code = code;
        this.canRead = canRead;
    }

    /** Replaces the plan by that of another document. */
    public Decision<StrategyEvent> adopt(StrategyDocument before, StrategyDocument requested) {
        var strategy = Strategy.of(requested);
        if (strategy.isEmpty()) {
            return Decision.invalid("period", Detail.of("Expected the years of the plan, for example 2014/2017."));
        }
        var unknown = unknownSources(requested);
        return Decision.unlessInvalid(
                unknown.isEmpty() ? StrategyValidator.violations(strategy.get()) : unknown,
                before.changesTo(requested));
    }

    /** States an item of a section. */
    public Decision<StrategyEvent> state(StrategyDocument before, StrategySection section, Json.Obj item) {
        if (!before.isAdopted()) {
            return notFound();
        }
        return revise(
                before,
                before.items(section).contains(item.omitNulls())
                        ? List.of()
                        : List.of(new StrategyEvent.SectionItemStated(section, item)));
    }

    /** Drops the item of a section that has the same key as the object. */
    public Decision<StrategyEvent> drop(StrategyDocument before, StrategySection section, Json.Obj key) {
        if (!before.isAdopted()) {
            return notFound();
        }
        return revise(
                before,
                before.parts().getOrDefault(section, Map.of()).containsKey(section.keyOf(key))
                        ? List.of(new StrategyEvent.SectionItemDropped(section, key))
                        : List.of());
    }

    /** Accepts events unless they contradict each other or the current strategy. */
    public Decision<StrategyEvent> revise(StrategyDocument before, List<? extends StrategyEvent> events) {
        var added = faults(before.apply(events));
        added.removeAll(faults(before));
        return Decision.unlessInvalid(added, List.copyOf(events));
    }

    private Decision<StrategyEvent> notFound() {
        return Decision.decline(new Refusal.NotFound(Detail.of("There is no strategy {0}.", code)));
    }

    private List<Violation> faults(StrategyDocument document) {
        var found = unknownSources(document);
        Strategy.of(document).map(StrategyValidator::contradictions).ifPresent(found::addAll);
        return found;
    }

    private List<Violation> unknownSources(StrategyDocument document) {
        var found = new ArrayList<Violation>();
        Strategy.of(document)
                .ifPresent(strategy -> strategy.objectives().forEach(objective -> objective.measures().stream()
                        .filter(canRead.negate())
                        .forEach(it -> found.add(new Violation(
                                Pointer.ROOT.child("objectives").child(objective.code()),
                                Detail.of("Measure {0} refers to an unknown indicator or rubric.", it.code()))))));
        return found;
    }
}
