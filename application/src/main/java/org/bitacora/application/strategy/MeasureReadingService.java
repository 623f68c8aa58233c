package org.bitacora.application.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
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
import org.bitacora.domain.strategy.MeasureReading;
import org.bitacora.domain.strategy.MeasureReading.SeriesContinuity;
import org.bitacora.domain.strategy.Objective;
import org.bitacora.domain.strategy.Objective.MeasureSource;
import org.bitacora.domain.strategy.Objective.ScorecardMeasure;
import org.bitacora.domain.strategy.Strategy;
import org.bitacora.domain.territory.TerritoryCalendar;
import org.bitacora.projections.indicator.DefinitionRepository;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.query.ObservationEngine;

/** Reads the measures of a strategy in a period and the preceding one, as of a position. */
@Singleton
public class MeasureReadingService {

    private final IndicatorCatalogue indicatorCatalogue;
    private final DefinitionRepository own;
    private final ObservationEngine observationEngine;
    private final Rubrics rubrics;

    MeasureReadingService(
            IndicatorCatalogue indicatorCatalogue,
            DefinitionRepository own,
            ObservationEngine observationEngine,
            Rubrics rubrics) {
        this.indicatorCatalogue = indicatorCatalogue;
        this.own = own;
        this.observationEngine = observationEngine;
        this.rubrics = rubrics;
    }

    /** The indicators and rubrics that the measures of a territory may refer to. */
    final class MeasureSources {
        private final Map<String, RecordedDefinition> latest = new HashMap<>();

        private MeasureSources(List<RecordedDefinition> ownOnes) {
            ownOnes.forEach(it -> latest.put(it.definition().code().value(), it));
        }

        Optional<RecordedDefinition> find(String code) {
            return indicatorCatalogue
                    .find(code)
                    .map(it -> new RecordedDefinition(it, 0, Instant.EPOCH))
                    .or(() -> Optional.ofNullable(latest.get(code)));
        }

        /** Returns whether the source of a measure exists. */
        boolean canRead(ScorecardMeasure scorecardMeasure) {
            return switch (scorecardMeasure.source()) {
                case MeasureSource.IndicatorSource(var code, var _) ->
                    find(code).isPresent();
                case MeasureSource.RubricSource(var code) -> rubrics.find(code).isPresent();
            };
        }
    }

    Uni<MeasureSources> measureSources(String territory) {
        return own.findLatest(territory).map(MeasureSources::new);
    }

    /** An indicator with a filter. Measures with the same selection share one query. */
    record IndicatorSelection(String indicator, Filter where) {}

    /**
     * The readings of measures. The keys of all maps are measure codes.
     *
     * @param readings the reading of each measure
     * @param observations the observation in the period, for measures that read an indicator
     * @param definitions the definition of the indicator, for the same measures
     */
    public record MeasureReadings(
            Map<String, MeasureReading> readings,
            Map<String, Observation> observations,
            Map<String, Definition> definitions) {}

    /**
     * The definitions that measures are read with.
     *
     * @param position the position of the log at which the definitions were known; it may differ from the position of
     *     the data
     * @param territoryCalendar the calendar that determines the day on which a definition came into force
     */
    record DefinitionsInForce(long position, TerritoryCalendar territoryCalendar) {}

    Uni<MeasureReadings> readMeasures(
            Strategy strategy, TerritoryScope scope, Period period, DefinitionsInForce definitionsInForce) {
        return own.findKnownAt(scope.groups().getFirst(), definitionsInForce.position())
                .map(MeasureSources::new)
                .flatMap(measureSources -> {
                    var periods = List.of(period, period.previous());
                    var reads = new LinkedHashSet<>(selections(strategy).values());
                    reads.removeIf(indicatorSelection ->
                            measureSources.find(indicatorSelection.indicator()).isEmpty());
                    var questions = reads.stream()
                            .map(indicatorSelection -> new ObservationQuery(
                                    measureSources
                                            .find(indicatorSelection.indicator())
                                            .orElseThrow()
                                            .definition(),
                                    periods,
                                    indicatorSelection.where(),
                                    List.of()))
                            .toList();
                    return observationEngine
                            .observe(questions, scope)
                            .map(found -> toReadings(
                                    strategy,
                                    periods,
                                    measureSources,
                                    definitionsInForce.territoryCalendar(),
                                    bySelection(reads, found, scope)));
                });
    }

    private static Map<IndicatorSelection, List<Observation>> bySelection(
            Set<IndicatorSelection> reads, List<Map<String, List<Observation>>> found, TerritoryScope scope) {
        Map<IndicatorSelection, List<Observation>> observed = new HashMap<>();
        var answers = found.iterator();
        reads.forEach(indicatorSelection -> observed.put(
                indicatorSelection, answers.next().getOrDefault(scope.groups().getFirst(), List.of())));
        return observed;
    }

    private static Map<String, IndicatorSelection> selections(Strategy strategy) {
        var reads = new LinkedHashMap<String, IndicatorSelection>();
        strategy.measures().forEach(scorecardMeasure -> {
            if (scorecardMeasure.source() instanceof MeasureSource.IndicatorSource(var code, var where)) {
                reads.put(scorecardMeasure.code(), new IndicatorSelection(code, where));
            }
        });
        return reads;
    }

    static <K, V> Uni<Map<K, V>> joinByKey(Map<K, Uni<V>> asked) {
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

    private static MeasureReadings toReadings(
            Strategy strategy,
            List<Period> periods,
            MeasureSources measureSources,
            TerritoryCalendar territoryCalendar,
            Map<IndicatorSelection, List<Observation>> observed) {
        var measureReadings = new MeasureReadings(new HashMap<>(), new HashMap<>(), new HashMap<>());
        selections(strategy).forEach((code, indicatorSelection) -> measureSources
                .find(indicatorSelection.indicator())
                .ifPresent(definition -> {
                    var found = observed.getOrDefault(indicatorSelection, List.of());
                    measureReadings.definitions().put(code, definition.definition());
                    measureReadings.observations().put(code, found.getFirst());
                    measureReadings.readings().put(code, reading(definition, territoryCalendar, found, periods));
                }));
        strategy.objectives().forEach(objective -> addRubricReadings(strategy, objective, periods, measureReadings));
        return measureReadings;
    }

    /**
     * Returns the reading of a measure. If the definition was revised after the end of the preceding period, the series
     * is broken between the two periods.
     */
    private static MeasureReading reading(
            RecordedDefinition definition,
            TerritoryCalendar territoryCalendar,
            List<Observation> found,
            List<Period> periods) {
        var since = territoryCalendar.dayOf(definition.recordedAt());
        boolean broken = definition.definition().version() > 1
                && since.isAfter(periods.getLast().last());
        return new MeasureReading(
                found.getFirst().value().number(),
                found.getLast().value().number(),
                definition.definition().direction(),
                broken ? SeriesContinuity.BROKEN : SeriesContinuity.CONTINUOUS);
    }

    private static void addRubricReadings(
            Strategy strategy, Objective objective, List<Period> periods, MeasureReadings measureReadings) {
        var assessments = strategy.assessments().stream()
                .filter(it -> it.objective().equals(objective.code()))
                .toList();
        objective.measures().forEach(scorecardMeasure -> {
            if (scorecardMeasure.source() instanceof MeasureSource.RubricSource(var rubric)) {
                measureReadings
                        .readings()
                        .put(
                                scorecardMeasure.code(),
                                MeasureReading.ofLevels(assessments, rubric, periods.getFirst(), periods.getLast()));
            }
        });
    }
}
