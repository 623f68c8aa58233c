package org.bitacora.domain.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** Finds contradictions between the items of a strategy. Rules that concern a single event are checked elsewhere. */
public final class StrategyValidator {

    private final Strategy strategy;
    private final List<Violation> found = new ArrayList<>();

    private StrategyValidator(Strategy strategy) {
        this.strategy = strategy;
    }

    /** The violations in a strategy; empty if it is consistent. */
    public static List<Violation> violations(Strategy strategy) {
        var found = new ArrayList<>(contradictions(strategy));
        var strategyValidator = new StrategyValidator(strategy);
        strategyValidator.weights();
        found.addAll(strategyValidator.found);
        return found;
    }

    /** The violations without those of weights, which are consistent only after the last sibling has been stated. */
    public static List<Violation> contradictions(Strategy strategy) {
        var strategyValidator = new StrategyValidator(strategy);
        strategyValidator.perspectives();
        strategyValidator.measures();
        strategyValidator.links();
        return strategyValidator.found;
    }

    private void wrong(StrategySection strategySection, String key, Detail detail) {
        found.add(new Violation(Pointer.ROOT.child(strategySection.word()).child(key), detail));
    }

    private void perspectives() {
        var codes = strategy.charter().perspectives().stream()
                .map(Charter.Perspective::code)
                .collect(Collectors.toSet());
        if (codes.size() < strategy.charter().perspectives().size()) {
            found.add(new Violation(
                    Pointer.ROOT.child("perspectives"), Detail.of("Two perspectives have the same code.")));
        }
        strategy.objectives().stream()
                .filter(it -> !codes.contains(it.perspective()))
                .forEach(it -> wrong(
                        StrategySection.OBJECTIVES,
                        it.code(),
                        Detail.of(
                                "There is no perspective {0}. Expected one of {1}.",
                                it.perspective(), String.join(", ", codes))));
    }

    private void weights() {
        var perspectives = strategy.charter().perspectives();
        if (SiblingWeights.fractions(
                        perspectives.stream().map(Charter.Perspective::weight).toList())
                .isEmpty()) {
            found.add(new Violation(
                    Pointer.ROOT.child("perspectives"),
                    Detail.of("The weights of the perspectives must add up to 100, or no weight must be stated.")));
        }
        for (var perspective : perspectives) {
            var objectives = strategy.of(perspective);
            if (SiblingWeights.fractions(
                            objectives.stream().map(Objective::weight).toList())
                    .isEmpty()) {
                wrong(
                        StrategySection.OBJECTIVES,
                        objectives.getFirst().code(),
                        Detail.of(
                                "The weights of the objectives of {0} must add up to 100, or no weight must be stated.",
                                perspective.code()));
            }
        }
        for (var objective : strategy.objectives()) {
            if (SiblingWeights.fractions(objective.measures().stream()
                            .map(Objective.ScorecardMeasure::weight)
                            .toList())
                    .isEmpty()) {
                wrong(
                        StrategySection.OBJECTIVES,
                        objective.code(),
                        Detail.of(
                                "The weights of the measures of {0} must add up to 100, or no weight must be stated.",
                                objective.code()));
            }
        }
    }

    private void measures() {
        var codes = new HashSet<String>();
        strategy.measures().stream()
                .filter(it -> !codes.add(it.code()))
                .forEach(it -> wrong(
                        StrategySection.OBJECTIVES,
                        it.code(),
                        Detail.of("Two measures have the code {0}.", it.code())));
        strategy.targets().keySet().stream()
                .filter(it -> !codes.contains(it))
                .forEach(it -> wrong(StrategySection.TARGETS, it, Detail.of("There is no measure {0}.", it)));
        strategy.targets().values().forEach(this::path);
    }

    private void path(Target target) {
        target.path().keySet().stream()
                .filter(it -> !strategy.plan().contains(it))
                .forEach(it -> wrong(
                        StrategySection.TARGETS,
                        target.measureCode(),
                        Detail.of(
                                "The period {0} is outside the plan {1}.",
                                it.name(), strategy.plan().name())));
    }

    private void links() {
        var codes = strategy.objectives().stream().map(Objective::code).collect(Collectors.toSet());
        for (var strategyLink : strategy.links()) {
            for (var end : List.of(strategyLink.from(), strategyLink.to())) {
                if (!codes.contains(end)) {
                    wrong(
                            StrategySection.LINKS,
                            strategyLink.from() + " " + strategyLink.to(),
                            Detail.of("There is no objective {0}.", end));
                }
            }
        }
        cycle().ifPresent(it ->
                wrong(StrategySection.LINKS, it, Detail.of("Circular links: {0} would be its own cause.", it)));
    }

    /** An objective that is its own cause; empty if there is none. */
    private Optional<String> cycle() {
        Map<String, Set<String>> effects = new HashMap<>();
        strategy.links().forEach(it -> effects.computeIfAbsent(it.from(), _ -> new HashSet<>())
                .add(it.to()));
        return effects.keySet().stream()
                .sorted()
                .filter(it -> reached(it, effects).contains(it))
                .findFirst();
    }

    private static Collection<String> reached(String from, Map<String, Set<String>> effects) {
        var reached = new HashSet<String>();
        var open = new ArrayList<>(effects.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (reached.add(next)) {
                open.addAll(effects.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
