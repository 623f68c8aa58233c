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
import org.bitacora.application.actor.ActorService;
import org.bitacora.application.territory.AsOfResolver;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.JsonBodyParser;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.actor.ActorRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The registered actors of a territory. */
@Path("/v1/territories/{t}/actors")
@Tag(name = "actors")
@Produces(MediaType.APPLICATION_JSON)
public class ActorResource {

    private final BearerAuthenticator bearerAuthenticator;
    private final ActorService actorService;
    private final ActorRepository actorRepository;
    private final AsOfResolver asOfResolver;
    private final ConditionalResponder conditionalResponder;

    ActorResource(
            BearerAuthenticator bearerAuthenticator,
            ActorService actorService,
            ActorRepository actorRepository,
            AsOfResolver asOfResolver,
            ConditionalResponder conditionalResponder) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.actorService = actorService;
        this.actorRepository = actorRepository;
        this.asOfResolver = asOfResolver;
        this.conditionalResponder = conditionalResponder;
    }

    /** Lists the registered actors. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listActors",
            summary = "List the actors of a territory",
            description = "Lists the registered actors as of a moment, ordered by code. The list is complete."
                    + " The actor map also contains unregistered actors that activities name.")
    @APIResponse(
            responseCode = "200",
            description = "The actors",
            content = @Content(schema = @Schema(ref = "ActorPageResponse")))
    public Uni<PageResponse<ActorResponse>> list(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return resolveMoment(request, territory)
                .flatMap(asOfMoment -> actorRepository.known(territory, asOfMoment.position()))
                .map(all -> PageResponse.singlePage(
                        all.stream().map(ActorResponse::of).toList()));
    }

    /** Returns a registered actor. */
    @GET
    @Path("/{a}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getActor",
            summary = "Get an actor",
            description = "Returns a registered actor as of a moment.")
    @APIResponse(
            responseCode = "200",
            description = "The actor",
            content = @Content(schema = @Schema(implementation = ActorResponse.class)))
    public Uni<ActorResponse> get(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the actor", example = "ufmg") @PathParam("a") String actor,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return resolveMoment(request, territory)
                .flatMap(asOfMoment -> actorRepository.find(territory, actor, asOfMoment.position()))
                .map(found -> found.map(ActorResponse::of)
                        .orElseThrow(() -> ProblemException.notFound(Detail.of("There is no actor {0}.", actor))));
    }

    private Uni<AsOfResolver.AsOfMoment> resolveMoment(HttpServerRequest request, String territory) {
        var readRequest = new ReadRequest(request, Set.of("asOf", "minPosition"));
        return conditionalResponder
                .currentCheckpoint(readRequest, territory)
                .flatMap(checkpoint ->
                        asOfResolver.resolve(AsOfParameterParser.parse(readRequest), territory, checkpoint));
    }

    /** Registers an actor, or replaces its registration. */
    @PUT
    @Path("/{a}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @ProblemStatuses({403, 404, 412, 422})
    @Operation(
            operationId = "putActor",
            summary = "Register an actor",
            description = "Registers an actor or replaces its registration: name, sector, type, fronts,"
                    + " capabilities, and the dates between which it is active. Repeating the"
                    + " request changes nothing. The response is sent when the actor can be read."
                    + " Requires the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The current actor",
            content = @Content(schema = @Schema(implementation = ActorResponse.class)))
    public Uni<ActorResponse> put(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the actor, by which activities refer to it", example = "ufmg")
                    @PathParam("a")
                    String actor,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ActorRequest"))) byte[] body) {
        var data = JsonBodyParser.parseObject(body);
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> actorService.recordEvent(
                        new ActorService.ActorReference(caller, territory, actor),
                        new ActorEvent.ActorRegistered(data)))
                .map(ActorResponse::of);
    }

    /** Merges a name into an actor. */
    @POST
    @Path("/{a}/merges")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @ProblemStatuses({403, 404, 412, 422})
    @Operation(
            operationId = "mergeActor",
            summary = "Merge a name into an actor",
            description = "Declares that another name in activities refers to this actor. From this position on,"
                    + " the actor map and the observations that count actors treat both as one"
                    + " actor. Repeating the request changes nothing. Requires the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The current actor",
            content = @Content(schema = @Schema(implementation = ActorResponse.class)))
    public Uni<ActorResponse> merge(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the actor that the name is merged into", example = "ufmg")
                    @PathParam("a")
                    String actor,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ActorMergeRequest")))
                    byte[] body) {
        var data = JsonBodyParser.parseObject(body);
        return bearerAuthenticator
                .authenticate(authorization)
                .flatMap(caller -> actorService.recordEvent(
                        new ActorService.ActorReference(caller, territory, actor), new ActorEvent.ActorMerged(data)))
                .map(ActorResponse::of);
    }
}
