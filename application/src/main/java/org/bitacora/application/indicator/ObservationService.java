package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.RefusalException;
import org.bitacora.application.territory.AsOfResolver;
import org.bitacora.application.territory.PlanPeriodResolver;
import org.bitacora.domain.indicator.BreakdownRules;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Result;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.query.ObservationEngine;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;

/** Computes the observations of a query, as of the moment that the query names. */
@Singleton
public class ObservationService {

    /** The largest number of inhabitants that a value can refer to. */
    private static final long MAX_INHABITANTS = 1_000_000_000;

    private final ObservationEngine observationEngine;
    private final TerritoryScopeResolver scopeResolver;
    private final DefinitionLookup definitionLookup;
    private final PlanPeriodResolver plans;

    ObservationService(
            ObservationEngine observationEngine,
            TerritoryScopeResolver scopeResolver,
            DefinitionLookup definitionLookup,
            PlanPeriodResolver plans) {
        this.observationEngine = observationEngine;
        this.scopeResolver = scopeResolver;
        this.definitionLookup = definitionLookup;
        this.plans = plans;
    }

    /**
     * The queries to the observation engine for one request.
     *
     * @param known the versions of the definition that the request could select
     * @param questions one query for each selected version
     */
    public record IndicatorQuestions(List<RecordedDefinition> known, List<ObservationQuery> questions) {
        public IndicatorQuestions {
            known = List.copyOf(known);
            questions = List.copyOf(questions);
        }
    }

    /** The observations of one version of a definition. */
    public record VersionObservations(Definition definition, List<Observation> observations) {}

    /** Observations, with the scope and the moment that they were computed for. */
    public record ObservationSet(
            TerritoryScopeResolver.ResolvedTerritoryScope resolvedScope, List<VersionObservations> versions) {
        public AsOfResolver.AsOfMoment moment() {
            return resolvedScope.moment();
        }

        public List<String> parked() {
            return resolvedScope.parkedSubjects();
        }

        public List<Observation> observations() {
            return versions.getFirst().observations();
        }
    }

    /** Resolves the definitions and the periods of a query. */
    public Uni<IndicatorQuestions> prepare(IndicatorQuery indicatorQuery, Checkpoint checkpoint) {
        var scope = indicatorQuery.scope();
        return plans.resolve(indicatorQuery.period(), scope.asOf(), scope.territory(), checkpoint)
                .flatMap(periods -> definitionLookup
                        .versions(scope.territory(), indicatorQuery.indicator())
                        .map(versions ->
                                toQuestions(indicatorQuery, periods, versions).orElseThrow(RefusalException::new)));
    }

    private static Result<IndicatorQuestions> toQuestions(
            IndicatorQuery indicatorQuery, List<Period> periods, List<RecordedDefinition> versions) {
        var known = DefinitionLookup.knownVersions(indicatorQuery.version(), versions);
        return DefinitionLookup.selectVersions(indicatorQuery.version(), known)
                .flatMap(selected -> toQuestions(indicatorQuery.options(), periods, selected))
                .flatMap(questions -> Result.success(new IndicatorQuestions(known, questions)));
    }

    private static Result<List<ObservationQuery>> toQuestions(
            ObservationOptions options, List<Period> periods, List<RecordedDefinition> selected) {
        List<ObservationQuery> questions = new ArrayList<>();
        for (var recordedDefinition : selected) {
            switch (toQuery(recordedDefinition.definition(), periods, options)) {
                case Result.Success<ObservationQuery>(var observationQuery) -> questions.add(observationQuery);
                case Result.Failure<ObservationQuery>(var refusal) -> {
                    return Result.failure(refusal);
                }
            }
        }
        return Result.success(questions);
    }

    /** Returns the engine query for one definition; a refusal if the definition cannot be computed in this way. */
    public static Result<ObservationQuery> toQuery(
            Definition definition, List<Period> periods, ObservationOptions options) {
        return definitionPerInhabitants(definition, options.perInhabitants())
                .flatMap(asked -> BreakdownRules.isAllowed(asked.measure(), options.by())
                        ? Result.success(new ObservationQuery(asked, periods, options.where(), options.by()))
                        : Result.failure(new Refusal.InvalidParameter(
                                "by",
                                Detail.of(
                                        "{0} does not support this breakdown. A breakdown has at most two dimensions, at most"
                                                + " one of them of time; reported values can be broken down by time only.",
                                        definition.code()))));
    }

    /** Returns the definition. If {@code persons} is present, its values are per that number of inhabitants. */
    public static Result<Definition> definitionPerInhabitants(Definition definition, Optional<Long> persons) {
        if (persons.isEmpty()) {
            return Result.success(definition);
        }
        return persons.filter(it -> it > 0 && it <= MAX_INHABITANTS)
                .flatMap(definition::perInhabitants)
                .map(Result::success)
                .orElseGet(() -> Result.failure(new Refusal.InvalidParameter(
                        "per",
                        Detail.of(
                                "Expected a positive number of inhabitants, and an indicator that is not a ratio."))));
    }

    /** Returns the observations as of the moment that the query names. */
    public Uni<ObservationSet> observe(
            List<ObservationQuery> questions, TerritoryScopeQuery scopeQuery, Checkpoint checkpoint) {
        return scopeResolver.resolve(scopeQuery, checkpoint).flatMap(scoped -> observe(questions, scoped));
    }

    /** Returns the observations as of a resolved moment. */
    public Uni<ObservationSet> observe(
            List<ObservationQuery> questions, TerritoryScopeResolver.ResolvedTerritoryScope scoped) {
        var group = scoped.moment().territory().code;
        var versions = new ArrayList<Uni<VersionObservations>>();
        questions.forEach(observationQuery -> versions.add(observationEngine
                .observe(observationQuery, scoped.scope())
                .map(byGroup -> new VersionObservations(
                        observationQuery.definition(), byGroup.getOrDefault(group, List.of())))));
        return Uni.join().all(versions).andFailFast().map(observed -> new ObservationSet(scoped, observed));
    }
}
