package org.bitacora.api.actor;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bitacora.application.territory.AsOfQuery;
import org.bitacora.application.territory.AsOfResolver;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.application.territory.PlanPeriodResolver;
import org.bitacora.domain.actor.Actor;
import org.bitacora.domain.actor.ActorAliases;
import org.bitacora.domain.actor.ActorMap;
import org.bitacora.domain.indicator.Period;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.Labels;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.actor.ActorRepository;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The actor map of Medellín, as data and as an image. */
@Path("/v1/territories/{t}/actors/map")
@Tag(name = "actors")
public class ActorMapResource {

    private final ActorRepository actorRepository;
    private final AsOfResolver asOfResolver;
    private final PlanPeriodResolver plans;
    private final ConditionalResponder conditionalResponder;
    private final JsonRenderer jsonRenderer;

    ActorMapResource(
            ActorRepository actorRepository,
            AsOfResolver asOfResolver,
            PlanPeriodResolver plans,
            ConditionalResponder conditionalResponder,
            JsonRenderer jsonRenderer) {
        this.actorRepository = actorRepository;
        this.asOfResolver = asOfResolver;
        this.plans = plans;
        this.conditionalResponder = conditionalResponder;
        this.jsonRenderer = jsonRenderer;
    }

    /** A resolved comparison: two moments, or two periods as of one moment. */
    private record ActorMapComparison(
            AsOfResolver.AsOfMoment moment,
            Optional<AsOfResolver.AsOfMoment> baseline,
            Optional<Period> period,
            Optional<Period> baselinePeriod) {
        boolean isCompared() {
            return baseline.isPresent() || baselinePeriod.isPresent();
        }
    }

    /** Returns the actor map. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "getActorMap",
            summary = "Get the actor map",
            description = "Returns the actors by sector and front, each with the number of formalised and ended"
                    + " activities it took part in. With a baseline, each actor also has a"
                    + " change, for example new, grew or silent. The baseline is an earlier"
                    + " moment (`baseline`), another period (`baselinePeriod`), or both.")
    @Parameter(
            name = "period",
            in = ParameterIn.QUERY,
            description = "A period, for example 2014, 2014-S1, 2014-Q1, 2014-05, 2012/2015 or plan:CODE;"
                    + " counts activities that were formalised in it; by default all activities",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "baseline",
            in = ParameterIn.QUERY,
            description = "The moment to compare with: a position such as 401, an instant such as"
                    + " 2013-12-31T23:59:59Z, or a day such as 2013-12-31, which means its end; by"
                    + " default there is no comparison with another moment",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "baselinePeriod",
            in = ParameterIn.QUERY,
            description = "The period to compare with, in the format of `period`, for example 2013; by"
                    + " default there is no comparison with another period",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "The map",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ActorMapResponse.class)),
                @Content(mediaType = "image/svg+xml", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(
                request, Set.of("asOf", "baseline", "period", "baselinePeriod", "minPosition", "format"));
        return conditionalResponder.respond(
                readRequest, territory, List.of(Format.JSON, Format.SVG), responseContext -> resolveComparison(
                                parseQuery(readRequest), territory, responseContext.reached())
                        .flatMap(actorMapComparison -> computeMap(territory, actorMapComparison)
                                .map(map -> toResponse(readRequest, actorMapComparison, map)))
                        .map(shown -> Representation.unpaged(
                                responseContext.format() == Format.SVG
                                        ? Buffer.buffer(ActorMapRenderer.render(
                                                shown, Labels.forLanguage(readRequest.language())))
                                        : jsonRenderer.render(shown))));
    }

    /** The parsed parameters of the request. */
    private record ActorMapQuery(
            AsOfQuery asOf,
            Optional<AsOfQuery> baseline,
            Optional<PeriodQuery> period,
            Optional<PeriodQuery> baselinePeriod) {}

    private static ActorMapQuery parseQuery(ReadRequest readRequest) {
        var period = PeriodParser.parse(readRequest, "period");
        var baselinePeriod = PeriodParser.parse(readRequest, "baselinePeriod");
        var baseline = readRequest.parameter("baseline").map(_ -> AsOfParameterParser.parse(readRequest, "baseline"));
        return new ActorMapQuery(AsOfParameterParser.parse(readRequest), baseline, period, baselinePeriod);
    }

    private Uni<ActorMapComparison> resolveComparison(ActorMapQuery query, String territory, Checkpoint checkpoint) {
        return resolvePeriod(query.period(), query.asOf(), territory, checkpoint)
                .flatMap(period -> resolvePeriod(query.baselinePeriod(), query.asOf(), territory, checkpoint)
                        .flatMap(baselinePeriod -> asOfResolver
                                .resolve(query.asOf(), territory, checkpoint)
                                .flatMap(asOfMoment -> resolveBaseline(query, territory, checkpoint)
                                        .map(baseline -> new ActorMapComparison(
                                                asOfMoment, baseline, period, baselinePeriod)))));
    }

    private Uni<Optional<Period>> resolvePeriod(
            Optional<PeriodQuery> periodQuery, AsOfQuery asOfQuery, String territory, Checkpoint checkpoint) {
        return periodQuery.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : plans.resolve(periodQuery.get(), asOfQuery, territory, checkpoint)
                        .map(periods -> Optional.of(periods.getFirst()));
    }

    private Uni<Optional<AsOfResolver.AsOfMoment>> resolveBaseline(
            ActorMapQuery query, String territory, Checkpoint checkpoint) {
        return query.baseline().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : asOfResolver
                        .resolve(query.baseline().get(), territory, checkpoint)
                        .map(Optional::of);
    }

    private Uni<ActorMap> computeMap(String territory, ActorMapComparison actorMapComparison) {
        return actorRepository
                .registered(territory, actorMapComparison.moment().position())
                .flatMap(registered -> computeMap(territory, actorMapComparison, registered));
    }

    private Uni<ActorMap> computeMap(String territory, ActorMapComparison actorMapComparison, List<Actor> registered) {
        var codes = ActorAliases.resolvedCodes(registered);
        var position = actorMapComparison.moment().position();
        Uni<Map<String, ActorMap.Participation>> before = actorMapComparison.isCompared()
                ? actorRepository.countParticipations(
                        territory,
                        actorMapComparison
                                .baseline()
                                .map(AsOfResolver.AsOfMoment::position)
                                .orElse(position),
                        actorMapComparison.baselinePeriod().or(actorMapComparison::period),
                        codes)
                : Uni.createFrom().item(Map.of());
        return Uni.combine()
                .all()
                .unis(
                        actorRepository.countParticipations(territory, position, actorMapComparison.period(), codes),
                        before)
                .with((now, then) -> ActorMap.of(
                        registered,
                        now,
                        then,
                        actorMapComparison.baselinePeriod().isEmpty()
                                ? ActorMap.MapBaseline.EARLIER_STATE
                                : ActorMap.MapBaseline.OTHER_PERIOD));
    }

    private static ActorMapResponse toResponse(
            ReadRequest readRequest, ActorMapComparison actorMapComparison, ActorMap map) {
        Map<String, Integer> changes = new TreeMap<>();
        Map<String, Integer> sectors = new TreeMap<>();
        Map<String, Integer> fronts = new TreeMap<>();
        for (var mappedActor : map.actors()) {
            changes.merge(mappedActor.change().word(), 1, Integer::sum);
            if (mappedActor.activities() > 0) {
                var sector = mappedActor.actor().sector();
                sectors.merge(sector.isEmpty() ? "unstated" : sector, 1, Integer::sum);
                var on = mappedActor.actor().fronts().isEmpty()
                        ? List.of("unplaced")
                        : mappedActor.actor().fronts();
                on.forEach(it -> fronts.merge(it, 1, Integer::sum));
            }
        }
        return new ActorMapResponse(
                actorMapComparison.moment().territory().code,
                actorMapComparison.moment().territory().name,
                actorMapComparison.period().map(Period::name).orElse(null),
                new ActorMapResponse.ActorMapMoment(
                        actorMapComparison.moment().position(),
                        actorMapComparison.moment().head().orElse(null)),
                actorMapComparison
                        .baseline()
                        .map(it -> new ActorMapResponse.ActorMapMoment(it.position(), null))
                        .orElse(null),
                actorMapComparison.baselinePeriod().map(Period::name).orElse(null),
                actorMapComparison.isCompared() ? changes : null,
                sectors,
                fronts,
                map.actors().stream()
                        .map(it -> ActorMapResponse.ActorMapEntry.of(
                                it,
                                actorMapComparison.isCompared(),
                                evidenceUri(readRequest, actorMapComparison, it.actor())))
                        .toList());
    }

    private static String evidenceUri(ReadRequest readRequest, ActorMapComparison actorMapComparison, Actor actor) {
        var position = Long.toString(actorMapComparison.moment().position());
        return readRequest.uriFor(
                readRequest.path() + "/activities", Set.of("period"), "actor", actor.code(), "asOf", position);
    }
}
