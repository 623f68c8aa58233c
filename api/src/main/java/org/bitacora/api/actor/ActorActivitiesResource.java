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
import org.bitacora.api.activity.ActivityPages;
import org.bitacora.api.activity.ActivityShown;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.territory.AsOf;
import org.bitacora.application.territory.PlanPeriods;
import org.bitacora.domain.activity.Occasion;
import org.bitacora.domain.activity.Status;
import org.bitacora.domain.actor.Merges;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Period;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.http.Format;
import org.bitacora.projections.activity.Activities;
import org.bitacora.projections.actor.Actors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The activities behind the numbers of the map of actors. */
@Path("/v1/territories/{t}/actors/map/activities")
@Tag(name = "actors")
public class ActorActivitiesResource {

    private static final Period EVER = new Period("", Occasion.EVER_FROM, Occasion.EVER_TO);

    private final Actors actors;
    private final ActivityPages pages;
    private final AsOf asOf;
    private final PlanPeriods plans;
    private final Answers answers;

    ActorActivitiesResource(Actors actors, ActivityPages pages, AsOf asOf, PlanPeriods plans, Answers answers) {
        this.actors = actors;
        this.pages = pages;
        this.asOf = asOf;
        this.plans = plans;
        this.answers = answers;
    }

    /** Lists what somebody took part in. */
    @GET
    @Operation(
            operationId = "listActivitiesOfActor",
            summary = "List the activities that an actor took part in",
            description =
                    "Lists the formalised activities that name somebody of the map of actors, under whichever of the names that"
                            + " were merged into it: as many as the map counts.")
    @Parameter(
            name = "actor",
            in = ParameterIn.QUERY,
            required = true,
            description = "The code of the actor; where nobody registered it, the name that activities give",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "period",
            in = ParameterIn.QUERY,
            description = "Of the activities of a period alone",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "Instead of Accept",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "ndjson", "csv"}))
    @APIResponse(
            responseCode = "200",
            description = "The activities",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(ref = "ActivityItems")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = ActivityShown.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> list(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var asked = new Ask(request, Set.of("actor", "period", "asOf", "minPosition", "cursor", "limit", "format"));
        var actor = asked.parameter("actor")
                .filter(it -> !it.isBlank())
                .orElseThrow(() -> ProblemException.parameter("actor", "The code of an actor is wanted, or a name."));
        return answers.of(
                asked, territory, ActivityPages.FORMATS, known -> plans.spelt(asked, "asOf", territory, known.reached())
                        .flatMap(ask -> asOf.of(ask, territory, known.reached())
                                .flatMap(moment -> body(ask, territory, actor, moment.position(), known.format()))));
    }

    private Uni<Body> body(Ask ask, String territory, String actor, long position, Format format) {
        return actors.registered(territory, position)
                .map(registered -> page(ask, territory, Merges.names(registered, actor)))
                .flatMap(page -> pages.of(ask, page, position, format));
    }

    private static Activities.Page page(Ask ask, String territory, Set<String> names) {
        var tookPart = new Filter(
                Map.of(Field.ACTOR, names, Field.STATUS, Set.of(Status.FORMALISED.word(), Status.ENDED.word())));
        return new Activities.Page(
                territory,
                tookPart,
                Optional.empty(),
                Optional.empty(),
                Optional.of(PeriodParameter.read(ask, "period").orElse(EVER)),
                Optional.empty(),
                ask.parameter("cursor").orElse(""));
    }
}
