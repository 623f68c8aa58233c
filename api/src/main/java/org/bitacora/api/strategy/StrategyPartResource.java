package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.api.access.Access;
import org.bitacora.api.answer.Bodies;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.Part;
import org.bitacora.domain.strategy.StrategyDocument;
import org.bitacora.domain.strategy.StrategyDocument.Saying;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One part of a strategy at a time: objectives, targets, links, initiatives, risks, capabilities, and what is said of them. */
@Path("/v1/territories/{t}/strategies/{s}")
@Tag(name = "strategies")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "key")
public class StrategyPartResource {

    private static final String PLANNED = "objectives|targets|initiatives|risks|capabilities";
    private static final String SAID = "assessments|overrides";

    private final Access access;
    private final Planning planning;
    private final Reviewing reviewing;

    StrategyPartResource(Access access, Planning planning, Reviewing reviewing) {
        this.access = access;
        this.planning = planning;
        this.reviewing = reviewing;
    }

    /** States one of what is planned. */
    @PUT
    @Path("/{part: " + PLANNED + "}/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putStrategyPart",
            summary = "State a part of a strategy",
            description =
                    "States an objective, a target, an initiative, a risk or a capability: what it says holds from now on. Needs"
                            + " the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The strategy as it is now",
            content = @Content(schema = @Schema(ref = "Strategy")))
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
    public Uni<Response> put(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The tag of the version that is revised")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(
                            description = "Which part",
                            example = "targets",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {
                                                "objectives",
                                                "targets",
                                                "initiatives",
                                                "risks",
                                                "capabilities"
                                            }))
                    @PathParam("part")
                    String part,
            @Parameter(description = "Its code; of a target, the code of its measure", example = "actions")
                    @PathParam("key")
                    String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "StrategyPartWanted")))
                    byte[] body) {
        return state(which(authorization, ifMatch, territory, strategy), part(part), List.of(key), body);
    }

    /** Drops one of what is planned. */
    @DELETE
    @Path("/{part: " + PLANNED + "}/{key}")
    @Operation(
            operationId = "deleteStrategyPart",
            summary = "Drop a part of a strategy",
            description =
                    "Drops an objective, a target, an initiative, a risk or a capability: the versions before keep it."
                            + " Needs the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The strategy as it is now",
            content = @Content(schema = @Schema(ref = "Strategy")))
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
    public Uni<Response> drop(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The tag of the version that is revised")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(
                            description = "Which part",
                            example = "targets",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {
                                                "objectives",
                                                "targets",
                                                "initiatives",
                                                "risks",
                                                "capabilities"
                                            }))
                    @PathParam("part")
                    String part,
            @Parameter(description = "Its code; of a target, the code of its measure", example = "actions")
                    @PathParam("key")
                    String key) {
        return drop(which(authorization, ifMatch, territory, strategy), part(part), List.of(key));
    }

    /** Draws a link. */
    @PUT
    @Path("/links/{from}/{to}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putStrategyLink",
            summary = "Draw a link between two objectives",
            description =
                    "States that one objective is thought to bring about another, why, and how long it should take. No"
                            + " objective may be its own cause. Needs the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The strategy as it is now",
            content = @Content(schema = @Schema(ref = "Strategy")))
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
    public Uni<Response> link(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The tag of the version that is revised")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(description = "The objective that is the cause", example = "o1") @PathParam("from") String from,
            @Parameter(description = "The one that is the effect", example = "o2") @PathParam("to") String to,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "StrategyPartWanted")))
                    byte[] body) {
        return state(which(authorization, ifMatch, territory, strategy), Part.LINKS, List.of(from, to), body);
    }

    /** Erases one. */
    @DELETE
    @Path("/links/{from}/{to}")
    @Operation(
            operationId = "deleteStrategyLink",
            summary = "Erase a link between two objectives",
            description = "Erases a link: the versions before keep it. Needs the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The strategy as it is now",
            content = @Content(schema = @Schema(ref = "Strategy")))
    @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
    public Uni<Response> erase(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The tag of the version that is revised")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(description = "The objective that is the cause", example = "o1") @PathParam("from") String from,
            @Parameter(description = "The one that is the effect", example = "o2") @PathParam("to") String to) {
        return drop(which(authorization, ifMatch, territory, strategy), Part.LINKS, List.of(from, to));
    }

    /** Says what somebody thinks. */
    @POST
    @Path("/{part: " + SAID + "}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postStrategySaying",
            summary = "Assess an objective, or override a status",
            description =
                    "Records an assessment of an objective (by participants, peers or evaluators; a level of a rubric, or words), or"
                            + " an override of a status with its author, reason and last day. The same code again revises"
                            + " it. Overrides need the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The strategy as it is now",
            content = @Content(schema = @Schema(ref = "Strategy")))
    public Uni<Response> say(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(
                            description = "Which part",
                            example = "assessments",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"assessments", "overrides"}))
                    @PathParam("part")
                    String part,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "StrategyPartWanted")))
                    byte[] body) {
        return state(which(authorization, null, territory, strategy), part(part), List.of(), body);
    }

    /** Reviews. */
    @POST
    @Path("/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postStrategyReview",
            summary = "Record a review of a strategy",
            description =
                    "Records what was tested, what was learned and what was decided in a review of a period. Every measure that is"
                            + " red in it needs a note. changes revises the strategy with it: lists of objectives, targets"
                            + " and the like, all stored with the review or nothing. Needs the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The strategy as it is now",
            content = @Content(schema = @Schema(ref = "Strategy")))
    public Uni<Response> review(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "StrategyReviewWanted")))
                    byte[] body) {
        return which(authorization, null, territory, strategy)
                .flatMap(which -> reviewing.review(which, Bodies.object(body)))
                .map(StrategyResource::respond);
    }

    private static Part part(String word) {
        return Part.of(word).orElseThrow();
    }

    private Uni<Planning.Which> which(
            @Nullable String authorization, @Nullable String ifMatch, String territory, String strategy) {
        return access.caller(authorization)
                .map(caller -> new Planning.Which(caller, territory, strategy, Optional.ofNullable(ifMatch)));
    }

    private Uni<Response> state(Uni<Planning.Which> which, Part part, List<String> key, byte[] body) {
        var item = Planned.item(part, key, Bodies.object(body));
        return which.flatMap(it -> planning.change(it, before -> stated(it, part, item, before)))
                .map(StrategyResource::respond);
    }

    /** Nothing, where it says so already. */
    private static List<Saying> stated(Planning.Which which, Part part, Json.Obj item, StrategyDocument before) {
        needsCharter(which, before);
        return before.items(part).contains(item.stated()) ? List.of() : List.of(new Saying(part.stated(), item));
    }

    private static void needsCharter(Planning.Which which, StrategyDocument before) {
        if (before.charter().members().isEmpty()) {
            throw StrategyResource.unknown(which.code());
        }
    }

    private Uni<Response> drop(Uni<Planning.Which> which, Part part, List<String> key) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < key.size(); i++) {
            members.put(part.key().get(i), Json.of(key.get(i)));
        }
        var item = new Json.Obj(members);
        return which.flatMap(it -> planning.change(it, before -> dropped(it, part, item, before)))
                .map(StrategyResource::respond);
    }

    private static List<Saying> dropped(Planning.Which which, Part part, Json.Obj item, StrategyDocument before) {
        needsCharter(which, before);
        var sayings = new ArrayList<Saying>();
        if (before.parts().getOrDefault(part, Map.of()).containsKey(part.keyOf(item))) {
            sayings.add(new Saying(part.dropped().orElseThrow(), item));
        }
        return sayings;
    }
}
