package org.bitacora.projections.indicator.query;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.MeasureResult;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.ObservationCalculator;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.query.TallySource.TallyKey;

/** Computes observations from the versions. No other class computes observations. */
public final class ObservationEngine {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Pool pool;
    private final TallySource tallies;
    private final ReportRepository reports;
    private final ActorNameLookup actorNames;

    /** Creates an engine over the tables that the pool's connections see. */
    public ObservationEngine(Pool pool) {
        this(pool, new DatabaseTallySource(pool));
    }

    private ObservationEngine(Pool pool, TallySource tallies) {
        this.pool = pool;
        this.tallies = tallies;
        this.reports = new ReportRepository(pool);
        this.actorNames = new ActorNameLookup(pool);
    }

    /** Returns the observations of several queries, in their order. Queries that scan the same activities share one scan. */
    public Uni<List<Map<String, List<Observation>>>> observe(List<ObservationQuery> queries, TerritoryScope scope) {
        if (queries.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var sharedEngine = new ObservationEngine(pool, new SharedTallySource(new DatabaseTallySource(pool)));
        var measures = queries.stream().map(it -> it.definition().measure()).toList();
        return actorNames.withActorNames(scope, measures).flatMap(namedScope -> Uni.join()
                .all(queries.stream()
                        .map(observationQuery -> sharedEngine.observed(observationQuery, namedScope))
                        .toList())
                .andFailFast());
    }

    /** Returns the observations of a query for each group of the scope, one observation for each period. */
    public Uni<Map<String, List<Observation>>> observe(ObservationQuery observationQuery, TerritoryScope scope) {
        return actorNames
                .withActorNames(scope, List.of(observationQuery.definition().measure()))
                .flatMap(namedScope -> observed(observationQuery, namedScope));
    }

    private Uni<Map<String, List<Observation>>> observed(ObservationQuery observationQuery, TerritoryScope scope) {
        return switch (observationQuery.definition().measure()) {
            case Measure.Ratio(var numerator, var denominator, var scale) ->
                observeRatio(
                        observationQuery,
                        scope,
                        measure(numerator, observationQuery, scope),
                        measure(denominator, observationQuery, scope),
                        scale);
            case Measure.RubricShare rubricShare -> {
                var assessedQuery = MeasureQuery.of(rubricShare, observationQuery, scope);
                yield observeRatio(
                        observationQuery,
                        scope,
                        tallies.tally(assessedQuery.atLevelOrAbove(), scope, observationQuery.periods()),
                        tallies.tally(assessedQuery, scope, observationQuery.periods()),
                        PERCENT);
            }
            case Measure.SimpleMeasure simpleMeasure ->
                measure(simpleMeasure, observationQuery, scope)
                        .map(found -> observations(
                                observationQuery,
                                scope,
                                (observationCalculator, tallyKey) ->
                                        observationCalculator.calculate(tallyAt(found, tallyKey))));
        };
    }

    private static Uni<Map<String, List<Observation>>> observeRatio(
            ObservationQuery observationQuery,
            TerritoryScope scope,
            Uni<Map<TallyKey, MeasureResult>> numerator,
            Uni<Map<TallyKey, MeasureResult>> denominator,
            BigDecimal scale) {
        return Uni.combine()
                .all()
                .unis(numerator, denominator)
                .with((numeratorResults, denominatorResults) -> observations(
                        observationQuery,
                        scope,
                        (observationCalculator, tallyKey) -> observationCalculator.calculateRatio(
                                tallyAt(numeratorResults, tallyKey), tallyAt(denominatorResults, tallyKey), scale)));
    }

    private interface ObservationFunction {
        Observation of(ObservationCalculator observationCalculator, TallyKey tallyKey);
    }

    private static Map<String, List<Observation>> observations(
            ObservationQuery observationQuery, TerritoryScope scope, ObservationFunction observationFunction) {
        Map<String, List<Observation>> byGroup = new LinkedHashMap<>();
        for (var group : scope.groups()) {
            var observations = new ArrayList<Observation>();
            for (int n = 0; n < observationQuery.periods().size(); n++) {
                var observationCalculator =
                        new ObservationCalculator(observationQuery.periods().get(n), observationQuery.by());
                observations.add(observationFunction.of(observationCalculator, new TallyKey(group, n)));
            }
            byGroup.put(group, observations);
        }
        return byGroup;
    }

    private static MeasureResult tallyAt(Map<TallyKey, MeasureResult> tallies, TallyKey tallyKey) {
        return tallies.getOrDefault(tallyKey, MeasureResult.overall(Value.ZERO));
    }

    private Uni<Map<TallyKey, MeasureResult>> measure(
            Measure.SimpleMeasure measure, ObservationQuery observationQuery, TerritoryScope scope) {
        return switch (measure) {
            case Measure.IndicatorReference(var _, var _, var referenced) ->
                measure(referenced, observationQuery, scope);
            case Measure.ReportedSeries reportedSeries ->
                measureByState(observationQuery, periods -> measureReports(reportedSeries, scope, periods));
            case Measure.Stock stock
            when isGroupedByTime(observationQuery) -> {
                var queryWithoutGroupings = new ObservationQuery(
                        observationQuery.definition(), observationQuery.periods(), observationQuery.where(), List.of());
                yield measureByState(
                        observationQuery,
                        periods -> tallies.tally(MeasureQuery.of(stock, queryWithoutGroupings, scope), scope, periods));
            }
            case Measure.ActivityMeasure activityMeasure ->
                tallies.tally(
                        MeasureQuery.of(activityMeasure, observationQuery, scope), scope, observationQuery.periods());
        };
    }

    private static boolean isGroupedByTime(ObservationQuery observationQuery) {
        return observationQuery.by().stream().anyMatch(Grouping.TimeGrouping.class::isInstance);
    }

    private interface PeriodLookup {
        Uni<Map<TallyKey, MeasureResult>> lookUp(List<Period> periods);
    }

    /** Computes a stock or series that is grouped by time: each part of a period is computed as a period of its own. */
    private static Uni<Map<TallyKey, MeasureResult>> measureByState(
            ObservationQuery observationQuery, PeriodLookup periodLookup) {
        if (!(observationQuery.by().size() == 1
                && observationQuery.by().getFirst() instanceof Grouping.TimeGrouping(var grain))) {
            return periodLookup.lookUp(observationQuery.periods());
        }
        var periods = new ArrayList<>(observationQuery.periods());
        Map<Integer, Integer> wholeIndexByPart = new HashMap<>();
        for (int n = 0; n < observationQuery.periods().size(); n++) {
            for (var part : observationQuery.periods().get(n).split(grain)) {
                wholeIndexByPart.put(periods.size(), n);
                periods.add(part);
            }
        }
        return periodLookup.lookUp(periods).map(found -> combineParts(found, wholeIndexByPart, periods));
    }

    private static Map<TallyKey, MeasureResult> combineParts(
            Map<TallyKey, MeasureResult> found, Map<Integer, Integer> wholeIndexByPart, List<Period> periods) {
        Map<TallyKey, Map<List<String>, Value>> parts = new HashMap<>();
        found.forEach((tallyKey, measureResult) -> {
            var index = wholeIndexByPart.get(tallyKey.period());
            if (index != null) {
                parts.computeIfAbsent(new TallyKey(tallyKey.group(), index), _ -> new HashMap<>())
                        .put(List.of(periods.get(tallyKey.period()).name()), measureResult.overall());
            }
        });
        Map<TallyKey, MeasureResult> combined = new HashMap<>();
        parts.forEach((tallyKey, partValues) -> {
            var overall = tallyAt(found, tallyKey);
            combined.put(tallyKey, new MeasureResult(overall.overall(), overall.unplaced(), 0, 0, partValues));
        });
        return combined;
    }

    private Uni<Map<TallyKey, MeasureResult>> measureReports(
            Measure.ReportedSeries measure, TerritoryScope scope, List<Period> periods) {
        return reports.findReports(measure.series(), scope, periods).map(byTerritory -> {
            Map<TallyKey, MeasureResult> found = new HashMap<>();
            for (var group : scope.groups()) {
                var seriesAggregator = new GroupSeriesAggregator(measure, group, scope, byTerritory);
                for (int n = 0; n < periods.size(); n++) {
                    found.put(new TallyKey(group, n), MeasureResult.overall(seriesAggregator.valueIn(periods.get(n))));
                }
            }
            return found;
        });
    }
}
