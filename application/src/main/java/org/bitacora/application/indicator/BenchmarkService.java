package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitacora.application.RefusalException;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.ObservationStatus;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.projections.indicator.CoverageRepository;
import org.bitacora.projections.indicator.DefinitionRepository;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.query.ObservationEngine;
import org.bitacora.projections.projector.CheckpointRepository.TerritoryPosition;

/** Compares the value of an indicator across territories whose definitions are equivalent. */
@Singleton
public class BenchmarkService {

    private final IndicatorCatalogue indicatorCatalogue;
    private final DefinitionRepository own;
    private final ObservationEngine observationEngine;
    private final CoverageRepository coverageRepository;

    BenchmarkService(
            IndicatorCatalogue indicatorCatalogue,
            DefinitionRepository own,
            ObservationEngine observationEngine,
            CoverageRepository coverageRepository) {
        this.indicatorCatalogue = indicatorCatalogue;
        this.own = own;
        this.observationEngine = observationEngine;
        this.coverageRepository = coverageRepository;
    }

    /**
     * The definition that the comparison uses, the territories that are compared, and the excluded territories, each
     * with the reason: a different definition or no definition.
     */
    public record ComparableTerritories(
            Definition definition, List<TerritoryPosition> comparable, Map<TerritoryPosition, String> excluded) {
        public ComparableTerritories {
            comparable = List.copyOf(comparable);
        }
    }

    /**
     * A territory and its observation.
     *
     * @param reason why the observation cannot be compared; empty if it can
     */
    public record BenchmarkObservation(TerritoryPosition standing, Observation observation, Optional<String> reason) {

        BenchmarkObservation(TerritoryPosition standing, Observation observation) {
            this(standing, observation, reason(standing, observation.value()));
        }

        public BigDecimal value() {
            return observation.value().number().orElse(BigDecimal.ZERO);
        }

        public Optional<String> unit() {
            return observation.value().unit();
        }

        private static Optional<String> reason(TerritoryPosition territoryPosition, Value value) {
            return value.reasonWord().or(() -> Optional.of(
                            ObservationStatus.of(value, territoryPosition.parkedSubjects(), territoryPosition.head()))
                    .filter(it -> it != ObservationStatus.NORMAL)
                    .map(ObservationStatus::word));
        }

        /** Returns whether the observation is compared and its value is 0. */
        boolean isComparableZero() {
            return reason.isEmpty() && value().signum() == 0;
        }

        private BenchmarkObservation excludedFor(String cause) {
            return new BenchmarkObservation(standing, observation, Optional.of(cause));
        }

        /** Returns this observation, excluded from the comparison if its unit is not {@code compared}. */
        BenchmarkObservation requireUnit(Optional<String> compared) {
            return reason.isEmpty() && !unit().equals(compared)
                    ? excludedFor(Value.MissingValueReason.OTHER_UNIT.word())
                    : this;
        }
    }

    /**
     * Returns the territories that can be compared by an indicator. An indicator of the catalogue is the same in every
     * territory. For an indicator that territories define themselves, the first territory that has it sets the
     * definition; territories with an equivalent definition are compared.
     */
    public Uni<ComparableTerritories> comparableTerritories(String code, List<TerritoryPosition> standings) {
        var known = indicatorCatalogue.find(code);
        if (known.isPresent()) {
            return Uni.createFrom().item(new ComparableTerritories(known.get(), standings, Map.of()));
        }
        return own.findLatest(codes(standings), code).map(latest -> comparableTerritories(code, standings, latest));
    }

    private static List<String> codes(List<TerritoryPosition> standings) {
        return standings.stream().map(TerritoryPosition::territory).toList();
    }

    private static ComparableTerritories comparableTerritories(
            String code, List<TerritoryPosition> standings, Map<String, Definition> latest) {
        var first = standings.stream()
                .flatMap(it -> Optional.ofNullable(latest.get(it.territory())).stream())
                .findFirst()
                .orElseThrow(() -> RefusalException.notFound(Detail.of("There is no indicator {0}.", code)));
        var same = new ArrayList<TerritoryPosition>();
        Map<TerritoryPosition, String> others = new LinkedHashMap<>();
        standings.forEach(territoryPosition -> {
            var definition = latest.get(territoryPosition.territory());
            if (definition == null) {
                others.put(territoryPosition, "not-defined");
            } else if (definition.hasSameContentAs(first)) {
                same.add(territoryPosition);
            } else {
                others.put(territoryPosition, "other-definition");
            }
        });
        return new ComparableTerritories(first, same, others);
    }

    /** Returns the observations of a period. */
    public Uni<List<BenchmarkObservation>> observe(
            ObservationQuery observationQuery, List<TerritoryPosition> standings) {
        if (standings.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var scope = new TerritoryScope(standings.stream()
                .map(it -> new TerritoryScope.ScopeTerritory(it.territory(), it.territory(), it.position()))
                .toList());
        return observationEngine
                .observe(observationQuery, scope)
                .map(byTerritory -> standings.stream()
                        .flatMap(it -> byTerritory.getOrDefault(it.territory(), List.of()).stream()
                                .map(observation -> new BenchmarkObservation(it, observation)))
                        .toList())
                .flatMap(found -> countsActivities(observationQuery.definition().measure())
                        ? excludeUncovered(observationQuery.periods().getFirst(), found)
                        : Uni.createFrom().item(found))
                .map(BenchmarkService::inMostFrequentUnit);
    }

    /**
     * Returns whether the measure counts activities. A 0 in a reported series was reported, so it is always compared.
     */
    private static boolean countsActivities(Measure measure) {
        return switch (measure) {
            case Measure.ActivityMeasure _ -> true;
            case Measure.ReportedSeries _ -> false;
            case Measure.IndicatorReference other -> countsActivities(other.measure());
            case Measure.Ratio ratio -> countsActivities(ratio.numerator());
        };
    }

    /**
     * Excludes the value 0 of territories whose log does not cover the period. A log covers a period if it has
     * activities in the period, or both before and after it.
     */
    private Uni<List<BenchmarkObservation>> excludeUncovered(Period period, List<BenchmarkObservation> found) {
        var nothing = found.stream()
                .filter(BenchmarkObservation::isComparableZero)
                .map(BenchmarkObservation::standing)
                .collect(Collectors.toMap(TerritoryPosition::territory, TerritoryPosition::position));
        return nothing.isEmpty()
                ? Uni.createFrom().item(found)
                : coverageRepository.findTerritoriesCovering(period, nothing).map(reaching -> found.stream()
                        .map(it -> it.isComparableZero()
                                        && !reaching.contains(it.standing().territory())
                                ? it.excludedFor("not-covered")
                                : it)
                        .toList());
    }

    /**
     * Excludes the observations whose unit is not the most frequent one. Among equally frequent units, the first one is
     * kept.
     */
    private static List<BenchmarkObservation> inMostFrequentUnit(List<BenchmarkObservation> found) {
        var counts = new LinkedHashMap<Optional<String>, Integer>();
        found.stream().filter(it -> it.reason().isEmpty()).forEach(it -> counts.merge(it.unit(), 1, Integer::sum));
        var most = counts.values().stream().max(Integer::compare).orElse(0);
        return counts.entrySet().stream()
                .filter(it -> it.getValue().equals(most))
                .findFirst()
                .map(it ->
                        found.stream().map(one -> one.requireUnit(it.getKey())).toList())
                .orElse(found);
    }
}
