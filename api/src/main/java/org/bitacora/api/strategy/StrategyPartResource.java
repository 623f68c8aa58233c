package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bitacora.application.strategy.Parts;
import org.bitacora.application.strategy.Planning;
import org.bitacora.application.strategy.Reviewing;
import org.bitacora.domain.strategy.Part;
import org.bitacora.http.Access;
import org.bitacora.http.Bodies;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One part of a strategy at a time: objectives, targets, initiatives, risks, capabilities, and what is said of them. */
@Path("/v1/territories/{t}/strategies/{s}")
@Tag(name = "strategies")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "key")
public class StrategyPartResource {

    private static final String PLANNED = "objectives|targets|initiatives|risks|capabilities";
    private static final String SAID = "assessments|overrides";

    private final Access access;
    private final Parts parts;
    private final Reviewing reviewing;

    StrategyPartResource(Access access, Parts parts, Reviewing reviewing) {
        this.access = access;
        this.parts = parts;
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
            @BeanParam Revision revision,
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
        return parts.state(which(revision), part(part), List.of(key), Bodies.object(body))
                .map(StrategyResponder::respond);
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
            @BeanParam Revision revision,
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
        return parts.drop(which(revision), part(part), List.of(key)).map(StrategyResponder::respond);
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
                            + " it. Needs the role editor: a key for surveys can be limited to their type.")
    @APIResponse(
            responseCode = "200",
            description = "The strategy as it is now",
            content = @Content(schema = @Schema(ref = "Strategy")))
    public Uni<Response> say(
            @BeanParam Revision revision,
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
        return parts.state(which(revision), part(part), List.of(), Bodies.object(body))
                .map(StrategyResponder::respond);
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
            @BeanParam Revision revision,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "StrategyReviewWanted")))
                    byte[] body) {
        return which(revision)
                .flatMap(which -> reviewing.review(which, Bodies.object(body)))
                .map(StrategyResponder::respond);
    }

    private static Part part(String word) {
        return Part.of(word).orElseThrow();
    }

    private Uni<Planning.Which> which(Revision revision) {
        return access.caller(revision.authorization).map(revision::by);
    }
}
