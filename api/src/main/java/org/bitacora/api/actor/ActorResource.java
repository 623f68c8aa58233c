package org.bitacora.api.actor;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.bitacora.application.actor.Enrolling;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.territory.AsOf;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.http.Access;
import org.bitacora.http.Answers;
import org.bitacora.http.Bodies;
import org.bitacora.http.Items;
import org.bitacora.projections.actor.Actors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The actors of a territory. */
@Path("/v1/territories/{t}/actors")
@Tag(name = "actors")
@Produces(MediaType.APPLICATION_JSON)
public class ActorResource {

    private final Access access;
    private final Enrolling enrolling;
    private final Actors actors;
    private final AsOf asOf;
    private final Answers answers;

    ActorResource(Access access, Enrolling enrolling, Actors actors, AsOf asOf, Answers answers) {
        this.access = access;
        this.enrolling = enrolling;
        this.actors = actors;
        this.asOf = asOf;
        this.answers = answers;
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listActors",
            summary = "List the actors of a territory",
            description =
                    "Lists those that are registered, in the order of their codes; the list comes whole. The map lists"
                            + " those too that activities alone name.")
    @APIResponse(
            responseCode = "200",
            description = "The actors",
            content = @Content(schema = @Schema(ref = "ActorItems")))
    public Uni<Items<ActorShown>> list(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return moment(request, territory)
                .flatMap(moment -> actors.known(territory, moment.position()))
                .map(all -> Items.whole(all.stream().map(ActorShown::of).toList()));
    }

    /** Shows one. */
    @GET
    @Path("/{a}")
    @Operation(
            operationId = "getActor",
            summary = "Show an actor",
            description = "Shows an actor as known at a moment.")
    @APIResponse(
            responseCode = "200",
            description = "The actor",
            content = @Content(schema = @Schema(implementation = ActorShown.class)))
    public Uni<ActorShown> get(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the actor", example = "ufmg") @PathParam("a") String actor,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return moment(request, territory)
                .flatMap(moment -> actors.find(territory, actor, moment.position()))
                .map(found -> found.map(ActorShown::of)
                        .orElseThrow(() -> ProblemException.notFound("There is no actor " + actor + ".")));
    }

    private Uni<AsOf.Moment> moment(HttpServerRequest request, String territory) {
        var ask = new Ask(request, Set.of("asOf", "minPosition"));
        return answers.reached(ask, territory).flatMap(reached -> asOf.of(ask, territory, reached));
    }

    /** Registers one. */
    @PUT
    @Path("/{a}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @Operation(
            operationId = "putActor",
            summary = "Register an actor",
            description =
                    "Says who an actor is: name, sector, type, fronts, capabilities, since and until when. The same again changes"
                            + " nothing. Needs the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The actor as it is now",
            content = @Content(schema = @Schema(implementation = ActorShown.class)))
    public Uni<ActorShown> put(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the actor, as activities name it", example = "ufmg") @PathParam("a")
                    String actor,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ActorWanted"))) byte[] body) {
        var data = Bodies.object(body);
        return access.caller(authorization)
                .flatMap(caller ->
                        enrolling.say(new Enrolling.Which(caller, territory, actor), ActorEvent.REGISTERED, data))
                .map(ActorShown::of);
    }

    /** Merges another name. */
    @POST
    @Path("/{a}/merges")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @Operation(
            operationId = "mergeActor",
            summary = "Merge another name into an actor",
            description =
                    "Says that another name in activities means this actor: the map, and figures that count actors, count them as one as"
                            + " of then on."
                            + " Needs the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The actor as it is now",
            content = @Content(schema = @Schema(implementation = ActorShown.class)))
    public Uni<ActorShown> merge(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the actor that stays", example = "ufmg") @PathParam("a") String actor,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ActorMerge"))) byte[] body) {
        var data = Bodies.object(body);
        return access.caller(authorization)
                .flatMap(
                        caller -> enrolling.say(new Enrolling.Which(caller, territory, actor), ActorEvent.MERGED, data))
                .map(ActorShown::of);
    }
}
