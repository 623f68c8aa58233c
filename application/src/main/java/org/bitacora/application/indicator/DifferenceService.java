package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.RefusalException;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.application.territory.PlanPeriodResolver;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.evidence.Contribution;
import org.bitacora.projections.indicator.evidence.EvidenceFinder;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;

/** Explains the change of a value between two moments, two versions of its definition, or both. */
@Singleton
public class DifferenceService {

    private final DefinitionLookup definitionLookup;
    private final ObservationService observationService;
    private final EvidenceFinder evidenceFinder;
    private final TerritoryScopeResolver scopeResolver;
    private final PlanPeriodResolver plans;

    DifferenceService(
            DefinitionLookup definitionLookup,
            ObservationService observationService,
            EvidenceFinder evidenceFinder,
            TerritoryScopeResolver scopeResolver,
            PlanPeriodResolver plans) {
        this.definitionLookup = definitionLookup;
        this.observationService = observationService;
        this.evidenceFinder = evidenceFinder;
        this.scopeResolver = scopeResolver;
        this.plans = plans;
    }

    /**
     * A difference to explain.
     *
     * @param indicator the code of the indicator
     * @param period one period
     */
    public record DifferenceQuery(
            String indicator, SideQuery from, SideQuery to, PeriodQuery period, ObservationOptions options) {}

    /** One side of a difference: the territories with their moment, and the version of the definition. */
    public record SideQuery(TerritoryScopeQuery scope, VersionQuery version) {}

    /**
     * A difference and its causes.
     *
     * @param from the value at the first moment
     * @param to the value at the second moment
     * @param changes the activities whose contribution changed: first the changes caused by the data, then those caused
     *     by the definition
     * @param reports the contributions of reports that were added between the two moments, followed by the removed ones
     *     with the opposite sign
     */
    public record Difference(
            ObservationService.ObservationSet from,
            ObservationService.ObservationSet to,
            List<Contribution> changes,
            List<Contribution> reports) {}

    /** The resolved sides of a difference, with their queries. */
    private record DifferenceSides(
            TerritoryScopeResolver.ResolvedTerritoryScope from,
            TerritoryScopeResolver.ResolvedTerritoryScope to,
            ObservationQuery before,
            ObservationQuery after) {}

    /** Returns the difference and its causes. The effects of all causes add up to the difference. */
    public Uni<Difference> explain(DifferenceQuery query, Checkpoint checkpoint) {
        var to = query.to().scope();
        return plans.resolve(query.period(), to.asOf(), to.territory(), checkpoint)
                .flatMap(periods -> sides(query, periods, checkpoint).flatMap(this::explain));
    }

    private Uni<DifferenceSides> sides(DifferenceQuery query, List<Period> periods, Checkpoint checkpoint) {
        return scopeResolver.resolve(query.from().scope(), checkpoint).flatMap(from -> scopeResolver
                .resolve(query.to().scope(), checkpoint)
                .flatMap(to -> definitionLookup
                        .versions(query.to().scope().territory(), query.indicator())
                        .map(versions -> {
                            var before = selectVersion(query.from(), versions);
                            var after = selectVersion(query.to(), versions);
                            return new DifferenceSides(
                                    from, to, toQuery(before, periods, query), toQuery(after, periods, query));
                        })));
    }

    private static Definition selectVersion(SideQuery sideQuery, List<RecordedDefinition> versions) {
        return DefinitionLookup.selectVersions(sideQuery.version(), versions)
                .orElseThrow(RefusalException::new)
                .getFirst()
                .definition();
    }

    private static ObservationQuery toQuery(Definition definition, List<Period> periods, DifferenceQuery query) {
        return ObservationService.toQuery(definition, periods, query.options()).orElseThrow(RefusalException::new);
    }

    private Uni<Difference> explain(DifferenceSides differenceSides) {
        return Uni.combine()
                .all()
                .unis(
                        observationService.observe(List.of(differenceSides.before()), differenceSides.from()),
                        observationService.observe(List.of(differenceSides.after()), differenceSides.to()),
                        changes(differenceSides),
                        reports(differenceSides))
                .with(Difference::new);
    }

    private static Optional<EvidenceFinder.InstantRange> between(DifferenceSides differenceSides) {
        return differenceSides.from().rollupInstant().flatMap(after -> differenceSides
                .to()
                .rollupInstant()
                .map(upTo -> new EvidenceFinder.InstantRange(after, upTo)));
    }

    /**
     * Returns the changes caused by the data, computed with the first definition, followed by the changes caused by the
     * definition.
     */
    private Uni<List<Contribution>> changes(DifferenceSides differenceSides) {
        var before = EvidenceService.evidenceQuery(differenceSides.before());
        var after = EvidenceService.evidenceQuery(differenceSides.after());
        var byData = evidenceFinder.findChanges(
                before, differenceSides.from().scope(), differenceSides.to().scope(), between(differenceSides));
        return differenceSides.before().definition().version()
                        == differenceSides.after().definition().version()
                ? byData
                : byData.flatMap(first -> evidenceFinder
                        .findDefinitionChanges(
                                before, after, differenceSides.to().scope())
                        .map(then -> concatenate(first, then)));
    }

    private Uni<List<Contribution>> reports(DifferenceSides differenceSides) {
        var old = evidenceFinder.findByReport(
                EvidenceService.evidenceQuery(differenceSides.before()),
                differenceSides.from().scope());
        var now = evidenceFinder.findByReport(
                EvidenceService.evidenceQuery(differenceSides.after()),
                differenceSides.to().scope());
        return Uni.combine()
                .all()
                .unis(old, now)
                .with((gone, come) -> concatenate(
                        come.stream().filter(it -> !gone.contains(it)).toList(),
                        gone.stream()
                                .filter(it -> !come.contains(it))
                                .map(Contribution::negated)
                                .toList()));
    }

    private static List<Contribution> concatenate(List<Contribution> one, List<Contribution> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
