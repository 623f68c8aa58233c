package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.api.indicator.EvidenceResponse.ActivityEffect;
import org.bitacora.api.indicator.EvidenceResponse.ReportEffect;
import org.bitacora.application.RefusalException;
import org.bitacora.application.indicator.DefinitionLookup;
import org.bitacora.application.indicator.ObservationOptions;
import org.bitacora.application.indicator.ObservationService;
import org.bitacora.application.indicator.ScopeQuery;
import org.bitacora.application.indicator.ScopeResolver;
import org.bitacora.application.indicator.VersionQuery;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.application.territory.PlanPeriodResolver;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.indicator.Value;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.FilterParameters;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.indicator.DefinitionRepository.RecordedDefinition;
import org.bitacora.projections.indicator.ObservationQuery;
import org.bitacora.projections.indicator.evidence.Contribution;
import org.bitacora.projections.indicator.evidence.EvidenceFinder;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a figure changed. */
@Path("/v1/territories/{t}/indicators/{code}/diff")
@Tag(name = "indicators")
public class DifferenceResource {

    private final DefinitionLookup definitionLookup;
    private final ObservationService observationService;
    private final EvidenceFinder evidenceFinder;
    private final ScopeResolver scopeResolver;
    private final PlanPeriodResolver plans;
    private final ConditionalResponder conditionalResponder;
    private final JsonRenderer jsonRenderer;

    DifferenceResource(
            DefinitionLookup definitionLookup,
            ObservationService observationService,
            EvidenceFinder evidenceFinder,
            ScopeResolver scopeResolver,
            PlanPeriodResolver plans,
            ConditionalResponder conditionalResponder,
            JsonRenderer jsonRenderer) {
        this.definitionLookup = definitionLookup;
        this.observationService = observationService;
        this.evidenceFinder = evidenceFinder;
        this.scopeResolver = scopeResolver;
        this.plans = plans;
        this.conditionalResponder = conditionalResponder;
        this.jsonRenderer = jsonRenderer;
    }

    /** Which difference is asked for. */
    private record DifferenceQuery(
            String indicator, SideQuery from, SideQuery to, PeriodQuery period, ObservationOptions options) {}

    /** One side of it: as known when, and by which version of the definition. */
    private record SideQuery(ScopeQuery scope, VersionQuery version) {}

    /** The two sides of a difference. */
    private record DifferenceSides(
            ScopeResolver.ResolvedScope from,
            ScopeResolver.ResolvedScope to,
            ObservationQuery before,
            ObservationQuery after) {}

    /** Explains it. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "explainDifference",
            summary = "Explain why a figure changed",
            description = "What changed a value between two moments, activity by activity: added, withdrawn, corrected,"
                    + " reclassified, a transition; and between two versions of a definition where both are named. With rollup=true from and to are"
                    + " instants, and activities of a territory that joined or left are reclassified: the events of a"
                    + " change tell of its membership, too.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "The first moment: a position, an instant, or the end of a day",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The second moment; now where it is not given",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "fromVersion",
            in = ParameterIn.QUERY,
            description = "The version of the definition at the first moment; the latest where it is not given",
            schema = @Schema(implementation = Integer.class))
    @Parameter(
            name = "toVersion",
            in = ParameterIn.QUERY,
            description = "The version at the second",
            schema = @Schema(implementation = Integer.class))
    @APIResponse(
            responseCode = "200",
            description = "The difference",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DifferenceResponse.class)))
    public Uni<Response> explain(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(
                request,
                FilterParameters.parameterNames(
                        "period", "from", "to", "fromVersion", "toVersion", "minPosition", "format", "per", "rollup"));
        if (readRequest.parameter("from").isEmpty()) {
            throw ProblemException.invalidParameter(
                    "from", "Missing parameter. Expected a position, an instant or a day.");
        }
        return conditionalResponder.respondForScope(
                readRequest, territory, List.of(Format.JSON), responseContext -> difference(
                                parseQuery(readRequest, territory, code), responseContext.reached())
                        .map(it -> Representation.unpaged(jsonRenderer.render(it))));
    }

    private static DifferenceQuery parseQuery(ReadRequest readRequest, String territory, String code) {
        return new DifferenceQuery(
                code,
                new SideQuery(
                        IndicatorQueryParser.scope(readRequest, "from", territory),
                        IndicatorQueryParser.version(readRequest, "fromVersion")),
                new SideQuery(
                        IndicatorQueryParser.scope(readRequest, "to", territory),
                        IndicatorQueryParser.version(readRequest, "toVersion")),
                IndicatorQueryParser.singlePeriod(readRequest),
                IndicatorQueryParser.options(readRequest, List.of()));
    }

    private Uni<DifferenceResponse> difference(DifferenceQuery query, Checkpoint checkpoint) {
        var to = query.to().scope();
        return plans.resolve(query.period(), to.asOf(), to.territory(), checkpoint)
                .flatMap(periods -> sides(query, periods, checkpoint).flatMap(this::difference));
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

    private Uni<DifferenceResponse> difference(DifferenceSides differenceSides) {
        return Uni.combine()
                .all()
                .unis(
                        observationService.observe(List.of(differenceSides.before()), differenceSides.from()),
                        observationService.observe(List.of(differenceSides.after()), differenceSides.to()),
                        changes(differenceSides),
                        reports(differenceSides))
                .with(DifferenceResource::toResponse);
    }

    private static Optional<EvidenceFinder.InstantRange> between(DifferenceSides differenceSides) {
        return differenceSides.from().rollupInstant().flatMap(after -> differenceSides
                .to()
                .rollupInstant()
                .map(upTo -> new EvidenceFinder.InstantRange(after, upTo)));
    }

    /** First what the data changed under the definition that was, then what the definition changed. */
    private Uni<List<Contribution>> changes(DifferenceSides differenceSides) {
        var before = evidenceQuery(differenceSides.before());
        var after = evidenceQuery(differenceSides.after());
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
                evidenceQuery(differenceSides.before()), differenceSides.from().scope());
        var now = evidenceFinder.findByReport(
                evidenceQuery(differenceSides.after()), differenceSides.to().scope());
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

    private static EvidenceFinder.EvidenceQuery evidenceQuery(ObservationQuery observationQuery) {
        return new EvidenceFinder.EvidenceQuery(
                observationQuery.definition(), observationQuery.periods().getFirst(), observationQuery.where());
    }

    private static DifferenceResponse toResponse(
            ObservationService.ObservationSet from,
            ObservationService.ObservationSet to,
            List<Contribution> changes,
            List<Contribution> reports) {
        boolean ofSeveral = to.resolvedScope().rollupInstant().isPresent();
        boolean ofRatio = to.observations().getFirst().value() instanceof Value.RatioValue;
        var first = DifferenceResponse.DifferenceSide.of(from);
        var second = DifferenceResponse.DifferenceSide.of(to);
        return new DifferenceResponse(
                to.observations().getFirst().period().name(),
                first,
                second,
                DifferenceResponse.difference(first, second),
                changes.stream()
                        .map(it -> ActivityEffect.of(it, ofRatio, ofSeveral))
                        .toList(),
                reports.isEmpty()
                        ? null
                        : reports.stream()
                                .map(it -> ReportEffect.of(it, ofRatio, ofSeveral))
                                .toList());
    }
}
