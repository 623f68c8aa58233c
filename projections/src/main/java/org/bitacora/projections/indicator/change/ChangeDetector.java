package org.bitacora.projections.indicator.change;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitacora.domain.identifier.IndicatorCode;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.projections.indicator.DatedYears;
import org.bitacora.projections.indicator.DefinitionRepository;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.QueryExecutor;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.query.MeasureOperands;
import org.bitacora.projections.indicator.query.ObservationEngine;

/**
 * Detects which observations changed between two positions of a log: those of the catalogue and of the territory's own
 * definitions, by year and by month, without filter and breakdown. {@link ObservationEngine} computes the observations as of
 * both positions, for all periods in which an entry may have changed them. A copy that applies the changes of consecutive
 * ranges of the log is identical to a full export at the end of each range.
 */
public final class ChangeDetector {

    private static final String PARKED =
            "select count(*) as subjects from parked where territory = $1 and position <= $2";

    private final Pool pool;
    private final ObservationEngine observationEngine;
    private final DefinitionRepository definitions;
    private final IndicatorCatalogue indicatorCatalogue;
    private final ChangeCauses causes;

    /** Creates a detector over the tables that the pool's connections see. */
    public ChangeDetector(Pool pool, IndicatorCatalogue indicatorCatalogue) {
        this.pool = pool;
        this.indicatorCatalogue = indicatorCatalogue;
        this.observationEngine = new ObservationEngine(pool);
        this.definitions = new DefinitionRepository(pool);
        this.causes = new ChangeCauses(pool);
    }

    /**
     * What is compared.
     *
     * @param parkedSubjects how many subjects wait for a fix as of the later position
     */
    record ChangeComparison(
            String territory,
            long from,
            long to,
            long parkedSubjects,
            DatedYears extent,
            Map<IndicatorCode, Definition> before,
            Map<IndicatorCode, Definition> after) {

        TerritoryScope scope(long position) {
            return TerritoryScope.of(territory, position);
        }

        ChangeComparison restrictedTo(Set<IndicatorCode> indicators) {
            return new ChangeComparison(
                    territory, from, to, parkedSubjects, extent, retain(before, indicators), retain(after, indicators));
        }

        private static Map<IndicatorCode, Definition> retain(
                Map<IndicatorCode, Definition> definitions, Set<IndicatorCode> indicators) {
            var kept = new LinkedHashMap<>(definitions);
            kept.keySet().retainAll(indicators);
            return kept;
        }

        boolean isRedefined(Definition definition) {
            return !Optional.ofNullable(before.get(definition.code()))
                    .map(Definition::version)
                    .equals(Optional.of(definition.version()));
        }

        List<Period> periods(Definition definition) {
            if (isRedefined(definition)) {
                return extent.periods();
            }
            return isStock(definition) ? extent.affectedPeriodsOfStock() : extent.affectedPeriods();
        }

        private static boolean isStock(Definition definition) {
            return MeasureOperands.operandsOf(definition.measure()).stream().anyMatch(Measure.Stock.class::isInstance);
        }

        /** Returns the queries for the definitions of the later position, each with its version in {@code definitions}. */
        List<ObservationQuery> queries(Map<IndicatorCode, Definition> definitions) {
            var queries = new ArrayList<ObservationQuery>();
            after.values().forEach(definition -> Optional.ofNullable(definitions.get(definition.code()))
                    .map(it -> new ObservationQuery(it, periods(definition), Filter.EVERYTHING, List.of()))
                    .filter(it -> !it.periods().isEmpty())
                    .ifPresent(queries::add));
            return queries;
        }
    }

    /** Returns the changes between a position, 0 for the empty log, and a later one, with their causes. */
    public Uni<List<ObservationChange>> findChanges(String territory, long from, long to) {
        if (from >= to) {
            return Uni.createFrom().item(List.of());
        }
        return prepareComparison(territory, from, to)
                .flatMap(changeComparison -> findDifferences(changeComparison, ChangeDetector::isSameValue)
                        .flatMap(differing -> causes.findCauses(changeComparison, differing)));
    }

    /**
     * Returns the changes of some indicators, without their causes. An observation whose value is unchanged but whose number of
     * unplaced activities differs is also a change.
     */
    public Uni<List<ObservationChange>> observed(String territory, long from, long to, Set<IndicatorCode> indicators) {
        if (from >= to) {
            return Uni.createFrom().item(List.of());
        }
        return prepareComparison(territory, from, to)
                .flatMap(changeComparison ->
                        findDifferences(changeComparison.restrictedTo(indicators), ChangeDetector::isSameObservation));
    }

    private Uni<ChangeComparison> prepareComparison(String territory, long from, long to) {
        return Uni.combine()
                .all()
                .unis(
                        parkedSubjects(territory, to),
                        extent(territory, from, to),
                        definitions(territory, from),
                        definitions(territory, to))
                .with((parkedSubjects, datedYears, before, after) ->
                        new ChangeComparison(territory, from, to, parkedSubjects, datedYears, before, after));
    }

    private Uni<Long> parkedSubjects(String territory, long position) {
        return QueryExecutor.run(pool, PARKED, Tuple.of(territory, position))
                .map(rows -> rows.iterator().next().getLong("subjects"));
    }

    private Uni<DatedYears> extent(String territory, long from, long to) {
        return QueryExecutor.run(pool, DatedYears.SELECT, DatedYears.parameters(territory, from, to))
                .map(rows -> DatedYears.of(rows.iterator().next()));
    }

    private Uni<Map<IndicatorCode, Definition>> definitions(String territory, long position) {
        return definitions.findKnownAt(territory, position).map(known -> {
            var all = new LinkedHashMap<IndicatorCode, Definition>();
            indicatorCatalogue.all().forEach(it -> all.put(it.code(), it));
            known.forEach(it -> all.put(it.definition().code(), it.definition()));
            return all;
        });
    }

    private Uni<List<ObservationChange>> findDifferences(
            ChangeComparison changeComparison, BiPredicate<Observation, Observation> isSame) {
        return Uni.combine()
                .all()
                .unis(
                        observed(changeComparison, changeComparison.before(), changeComparison.from()),
                        observed(changeComparison, changeComparison.after(), changeComparison.to()))
                .with((before, after) -> findDifferences(changeComparison, before, after, isSame));
    }

    private Uni<Map<IndicatorCode, List<Observation>>> observed(
            ChangeComparison changeComparison, Map<IndicatorCode, Definition> definitions, long position) {
        var queries = position == 0 ? List.<ObservationQuery>of() : changeComparison.queries(definitions);
        return observationEngine
                .observe(queries, changeComparison.scope(position))
                .map(found -> {
                    Map<IndicatorCode, List<Observation>> byCode = new HashMap<>();
                    for (int i = 0; i < queries.size(); i++) {
                        byCode.put(
                                queries.get(i).definition().code(),
                                found.get(i).getOrDefault(changeComparison.territory(), List.of()));
                    }
                    return byCode;
                });
    }

    /** Returns the observations that differ or whose definition has another version, without their causes. */
    private static List<ObservationChange> findDifferences(
            ChangeComparison changeComparison,
            Map<IndicatorCode, List<Observation>> before,
            Map<IndicatorCode, List<Observation>> after,
            BiPredicate<Observation, Observation> isSame) {
        var differing = new ArrayList<ObservationChange>();
        changeComparison.after().forEach((code, definition) -> {
            var old = before.getOrDefault(code, List.of()).stream()
                    .filter(it -> changeComparison.extent().wasKnown(it.period()))
                    .collect(Collectors.toMap(it -> it.period().name(), Function.identity()));
            boolean isRedefined = changeComparison.isRedefined(definition);
            for (var observation : after.getOrDefault(code, List.of())) {
                var previous = Optional.ofNullable(old.get(observation.period().name()));
                if (isRedefined
                        || previous.filter(it -> isSame.test(it, observation)).isEmpty()) {
                    differing.add(change(definition, previous, observation, changeComparison.parkedSubjects()));
                }
            }
        });
        return differing;
    }

    private static ObservationChange change(
            Definition definition, Optional<Observation> was, Observation is, long parkedSubjects) {
        return new ObservationChange(
                definition,
                is.period(),
                was.map(Observation::value),
                is.value(),
                ObservationStatus.of(is.value(), parkedSubjects),
                is.unplaced(),
                List.of());
    }

    private static boolean isSameObservation(Observation one, Observation other) {
        return isSameValue(one, other) && one.unplaced() == other.unplaced();
    }

    private static boolean isSameValue(Observation one, Observation other) {
        return isSame(one.value(), other.value());
    }

    private static boolean isSame(Value one, Value other) {
        return isSame(one.number(), other.number())
                && one.reason().equals(other.reason())
                && one.isProvisional() == other.isProvisional()
                && one.missingSeries().equals(other.missingSeries())
                && one.unit().equals(other.unit())
                && isSame(one.numerator(), other.numerator())
                && isSame(one.denominator(), other.denominator());
    }

    /** Compares numbers by value: 1 equals 1.0. */
    private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.map(BigDecimal::stripTrailingZeros).equals(other.map(BigDecimal::stripTrailingZeros));
    }
}
