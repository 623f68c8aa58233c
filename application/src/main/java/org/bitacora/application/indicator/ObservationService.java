package org.bitacora.application.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.request.FilterParameters;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.request.ReadRequest;
import org.bitacora.application.territory.AsOfResolver;
import org.bitacora.domain.indicator.BreakdownRules;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Observation;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.query.ObservationEngine;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;

/** Puts what a request asks to the figures, as known at the moment that it names. */
@Singleton
public class ObservationService {

    /** How many persons a figure can be asked for. */
    private static final long MAX_INHABITANTS = 1_000_000_000;

    private final ObservationEngine observationEngine;
    private final ScopeResolver scopeResolver;

    ObservationService(ObservationEngine observationEngine, ScopeResolver scopeResolver) {
        this.observationEngine = observationEngine;
        this.scopeResolver = scopeResolver;
    }

    /** What one version of a definition comes to. */
    public record VersionObservations(Definition definition, List<Observation> observations) {}

    /** What was observed, of whom and as known when. */
    public record ObservationSet(ScopeResolver.ResolvedScope resolvedScope, List<VersionObservations> versions) {
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

    public static ObservationQuery toQuery(ReadRequest readRequest, Definition definition, List<Grouping> by) {
        var asked = definitionPerInhabitants(readRequest, definition);
        if (!BreakdownRules.isAllowed(asked.measure(), by)) {
            throw ProblemException.invalidParameter(
                    "by",
                    definition.code() + " cannot be broken down so: at most by two things and by one measure of time;"
                            + " what was reported by time alone.");
        }
        return new ObservationQuery(asked, periods(readRequest), FilterParameters.parse(readRequest), by);
    }

    /** The definition for so many inhabitants, where a request asks for that. */
    public static Definition definitionPerInhabitants(ReadRequest readRequest, Definition definition) {
        var persons = readRequest.number("per");
        if (persons.isEmpty()) {
            return definition;
        }
        return persons.filter(it -> it > 0 && it <= MAX_INHABITANTS)
                .flatMap(definition::perInhabitants)
                .orElseThrow(() -> ProblemException.invalidParameter(
                        "per", "A number of inhabitants is wanted, of an indicator that is not a ratio itself."));
    }

    public Uni<ObservationSet> observe(
            ReadRequest readRequest, String territory, List<ObservationQuery> questions, Checkpoint checkpoint) {
        return scopeResolver.resolve(readRequest, territory, checkpoint).flatMap(scoped -> observe(questions, scoped));
    }

    /** As known at a moment. */
    public Uni<ObservationSet> observe(List<ObservationQuery> questions, ScopeResolver.ResolvedScope scoped) {
        var group = scoped.moment().territory().code;
        var versions = new ArrayList<Uni<VersionObservations>>();
        questions.forEach(observationQuery -> versions.add(observationEngine
                .observe(observationQuery, scoped.scope())
                .map(byGroup -> new VersionObservations(
                        observationQuery.definition(), byGroup.getOrDefault(group, List.of())))));
        return Uni.join().all(versions).andFailFast().map(observed -> new ObservationSet(scoped, observed));
    }

    static List<Period> periods(ReadRequest readRequest) {
        return Period.parse(period(readRequest))
                .orElseThrow(() -> ProblemException.invalidParameter(
                        "period",
                        "A period is wanted: 2014, 2014-S1, 2014-Q1, 2014-05, 2012..2015 (each) or 2012/2015 (one span);"
                                + " at most " + Period.MAX_PERIODS + "."));
    }

    public static Period singlePeriod(ReadRequest readRequest) {
        return Optional.of(periods(readRequest))
                .filter(it -> it.size() == 1)
                .map(List::getFirst)
                .orElseThrow(() -> ProblemException.invalidParameter("period", "One period is wanted here."));
    }

    private static String period(ReadRequest readRequest) {
        return readRequest
                .parameter("period")
                .orElseThrow(() -> ProblemException.invalidParameter("period", "A period is needed, such as 2014."));
    }

    public static List<Grouping> groupings(ReadRequest readRequest) {
        return readRequest.values("by").stream()
                .map(word -> Grouping.of(word)
                        .orElseThrow(() -> ProblemException.invalidParameter(
                                "by", "One or two of " + String.join(", ", Grouping.words()) + " are wanted.")))
                .toList();
    }
}
