package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.strategy.Objective;
import org.bitacora.domain.strategy.Objective.By;
import org.bitacora.domain.strategy.Objective.Gauge;
import org.bitacora.domain.strategy.Reading;
import org.bitacora.domain.strategy.Strategy;
import org.bitacora.projections.indicator.Catalogue;
import org.bitacora.projections.indicator.OwnDefinitions;
import org.bitacora.projections.indicator.OwnDefinitions.Numbered;
import org.bitacora.projections.indicator.Question;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.query.Figures;

/** Reads the measures of a strategy, in a period and the one before it, as known at a position. */
@Singleton
public class Gauging {

    private final Catalogue catalogue;
    private final OwnDefinitions own;
    private final Figures figures;
    private final Rubrics rubrics;

    Gauging(Catalogue catalogue, OwnDefinitions own, Figures figures, Rubrics rubrics) {
        this.catalogue = catalogue;
        this.own = own;
        this.figures = figures;
        this.rubrics = rubrics;
    }

    /** What a territory's measures may name. */
    final class Definitions {
        private final Map<String, Numbered> latest = new HashMap<>();

        private Definitions(List<Numbered> ownOnes) {
            ownOnes.forEach(it -> latest.put(it.definition().code(), it));
        }

        Optional<Numbered> find(String code) {
            return catalogue
                    .find(code)
                    .map(it -> new Numbered(it, 0, Instant.EPOCH))
                    .or(() -> Optional.ofNullable(latest.get(code)));
        }

        /** Whether there is what a measure reads. */
        boolean has(Gauge gauge) {
            return switch (gauge.by()) {
                case By.Indicator(var code, var _) -> find(code).isPresent();
                case By.Rubric(var code) -> rubrics.find(code).isPresent();
            };
        }
    }

    Uni<Definitions> definitions(String territory) {
        return own.latest(territory).map(Definitions::new);
    }

    /** What is read of an indicator: the same is read once, however many measures want it. */
    record Read(String indicator, Filter where) {}

    /**
     * What measures came to.
     *
     * @param readings by the code of the measure
     * @param observations of those that read an indicator, by the code of the measure: the period's
     * @param definitions of the same
     */
    public record Gauged(
            Map<String, Reading> readings,
            Map<String, Observation> observations,
            Map<String, Definition> definitions) {}

    /** By the definitions that were known at a position of the log, which need not be that of the data. */
    Uni<Gauged> gauge(Strategy strategy, Scope scope, Period period, long definedAt) {
        return own.known(scope.groups().getFirst(), definedAt)
                .map(Definitions::new)
                .flatMap(definitions -> {
                    var periods = List.of(period, period.before());
                    var reads = new LinkedHashSet<>(reads(strategy).values());
                    reads.removeIf(read -> definitions.find(read.indicator()).isEmpty());
                    var questions = reads.stream()
                            .map(read -> new Question(
                                    definitions
                                            .find(read.indicator())
                                            .orElseThrow()
                                            .definition(),
                                    periods,
                                    read.where(),
                                    List.of()))
                            .toList();
                    return figures.observe(questions, scope)
                            .map(found -> gauged(strategy, periods, definitions, byRead(reads, found, scope)));
                });
    }

    private static Map<Read, List<Observation>> byRead(
            Set<Read> reads, List<Map<String, List<Observation>>> found, Scope scope) {
        Map<Read, List<Observation>> observed = new HashMap<>();
        var answers = found.iterator();
        reads.forEach(read ->
                observed.put(read, answers.next().getOrDefault(scope.groups().getFirst(), List.of())));
        return observed;
    }

    private static Map<String, Read> reads(Strategy strategy) {
        var reads = new LinkedHashMap<String, Read>();
        strategy.measures().forEach(gauge -> {
            if (gauge.by() instanceof By.Indicator(var code, var where)) {
                reads.put(gauge.code(), new Read(code, where));
            }
        });
        return reads;
    }

    static <K, V> Uni<Map<K, V>> together(Map<K, Uni<V>> asked) {
        var keys = List.copyOf(asked.keySet());
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Uni.join().all(List.copyOf(asked.values())).andFailFast().map(found -> {
            Map<K, V> byKey = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                byKey.put(keys.get(i), found.get(i));
            }
            return byKey;
        });
    }

    private static Gauged gauged(
            Strategy strategy, List<Period> periods, Definitions definitions, Map<Read, List<Observation>> observed) {
        var gauged = new Gauged(new HashMap<>(), new HashMap<>(), new HashMap<>());
        reads(strategy)
                .forEach((code, read) -> definitions.find(read.indicator()).ifPresent(definition -> {
                    var found = observed.getOrDefault(read, List.of());
                    gauged.definitions().put(code, definition.definition());
                    gauged.observations().put(code, found.getFirst());
                    gauged.readings().put(code, reading(definition, found, periods));
                }));
        strategy.objectives().forEach(objective -> judged(strategy, objective, periods, gauged));
        return gauged;
    }

    /** A definition that became another one after the period before had ended breaks the line between the two. */
    private static Reading reading(Numbered definition, List<Observation> found, List<Period> periods) {
        var since = definition.recordedAt().atZone(ZoneOffset.UTC).toLocalDate();
        boolean broken = definition.definition().version() > 1
                && since.isAfter(periods.getLast().last());
        return new Reading(
                found.getFirst().value().number(),
                found.getLast().value().number(),
                definition.definition().direction(),
                broken);
    }

    private static void judged(Strategy strategy, Objective objective, List<Period> periods, Gauged gauged) {
        var assessments = strategy.assessments().stream()
                .filter(it -> it.objective().equals(objective.code()))
                .toList();
        objective.measures().forEach(gauge -> {
            if (gauge.by() instanceof By.Rubric(var rubric)) {
                gauged.readings()
                        .put(
                                gauge.code(),
                                Reading.ofLevels(assessments, rubric, periods.getFirst(), periods.getLast()));
            }
        });
    }
}
