package org.bitacora.api.actor;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.api.activity.ActivityPageRenderer;
import org.bitacora.api.activity.ActivityResponse;
import org.bitacora.application.territory.AsOfResolver;
import org.bitacora.application.territory.PeriodQuery;
import org.bitacora.application.territory.PlanPeriodResolver;
import org.bitacora.domain.activity.ActivityStatus;
import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.actor.ActorAliases;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Period;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Format;
import org.bitacora.http.PeriodParameterParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.activity.ActivityRepository;
import org.bitacora.projections.actor.ActorRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The activities that the actor map counts for an actor. */
@Path("/v1/territories/{t}/actors/map/activities")
@Tag(name = "actors")
public class ActorActivitiesResource {

    private static final Period EVER = new Period("", EffectiveDate.MIN_DATE, EffectiveDate.MAX_DATE);

    private final ActorRepository actorRepository;
    private final ActivityPageRenderer pages;
    private final AsOfResolver asOfResolver;
    private final PlanPeriodResolver plans;
    private final ConditionalResponder conditionalResponder;

    ActorActivitiesResource(
            ActorRepository actorRepository,
            ActivityPageRenderer pages,
            AsOfResolver asOfResolver,
            PlanPeriodResolver plans,
            ConditionalResponder conditionalResponder) {
        this.actorRepository = actorRepository;
        this.pages = pages;
        this.asOfResolver = asOfResolver;
        this.plans = plans;
        this.conditionalResponder = conditionalResponder;
    }

    /** Lists the activities of an actor. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listActivitiesOfActor",
            summary = "List the activities of an actor",
            description = "Lists the formalised and ended activities that an actor took part in, under its code"
                    + " or any of the names that were merged into it. These are the activities"
                    + " that the actor map counts.")
    @Parameter(
            name = "actor",
            in = ParameterIn.QUERY,
            required = true,
            description = "The code of the actor, for example ufmg; for an unregistered actor, the name"
                    + " that activities use",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "period",
            in = ParameterIn.QUERY,
            description = "A period, for example 2014, 2014-S1, 2014-Q1, 2014-05, 2012/2015 or plan:CODE;"
                    + " selects activities that were formalised in it; by default all activities",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "The format; overrides Accept",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "ndjson", "csv"}))
    @APIResponse(
            responseCode = "200",
            description = "A page of activities",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(ref = "ActivityPageResponse")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = ActivityResponse.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> list(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest =
                new ReadRequest(request, Set.of("actor", "period", "asOf", "minPosition", "cursor", "limit", "format"));
        var actor = readRequest
                .parameter("actor")
                .filter(it -> !it.isBlank())
                .orElseThrow(() -> ProblemException.invalidParameter(
                        "actor", Detail.of("Expected the code or the name of an actor.")));
        return conditionalResponder.respond(
                readRequest,
                territory,
                ActivityPageRenderer.FORMATS,
                responseContext -> renderPage(readRequest, territory, actor, responseContext));
    }

    private Uni<Representation> renderPage(
            ReadRequest readRequest,
            String territory,
            String actor,
            ConditionalResponder.ResponseContext responseContext) {
        var period = PeriodParser.parse(readRequest, "period").orElse(PeriodQuery.of(EVER));
        var asOf = AsOfParameterParser.parse(readRequest);
        return plans.resolve(period, asOf, territory, responseContext.reached()).flatMap(periods -> asOfResolver
                .resolve(asOf, territory, responseContext.reached())
                .flatMap(asOfMoment -> renderPage(
                        PeriodParameterParser.withPlanYears(readRequest, period, periods.getFirst()),
                        new ActorActivitiesQuery(territory, actor, periods.getFirst()),
                        asOfMoment,
                        responseContext.format())));
    }

    /** A query for the activities of an actor in a period. */
    private record ActorActivitiesQuery(String territory, String actor, Period period) {}

    private Uni<Representation> renderPage(
            ReadRequest readRequest, ActorActivitiesQuery query, AsOfResolver.AsOfMoment asOfMoment, Format format) {
        return actorRepository
                .registered(query.territory(), asOfMoment.position())
                .map(registered -> activityPage(readRequest, query, ActorAliases.namesOf(registered, query.actor())))
                .flatMap(activityPageQuery -> pages.render(readRequest, activityPageQuery, asOfMoment, format));
    }

    private static ActivityRepository.ActivityPageQuery activityPage(
            ReadRequest readRequest, ActorActivitiesQuery query, Set<String> names) {
        var tookPart = new Filter(Map.of(
                FilterField.ACTOR,
                names,
                FilterField.STATUS,
                Set.of(ActivityStatus.FORMALISED.word(), ActivityStatus.ENDED.word())));
        return new ActivityRepository.ActivityPageQuery(
                query.territory(),
                tookPart,
                Optional.empty(),
                Optional.empty(),
                Optional.of(query.period()),
                Optional.empty(),
                readRequest.parameter("cursor").orElse(""));
    }
}
