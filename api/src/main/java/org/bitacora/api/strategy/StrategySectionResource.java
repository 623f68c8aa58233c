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
import org.bitacora.application.strategy.ReviewService;
import org.bitacora.application.strategy.StrategySectionService;
import org.bitacora.application.strategy.StrategyService;
import org.bitacora.domain.strategy.StrategySection;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.JsonBodyParser;
import org.bitacora.http.problem.ProblemStatuses;
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
public class StrategySectionResource {

    private static final String PLANNED_SECTIONS = "objectives|targets|initiatives|risks|capabilities";
    private static final String ASSESSED_SECTIONS = "assessments|overrides";

    private final BearerAuthenticator bearerAuthenticator;
    private final StrategySectionService strategySectionService;
    private final ReviewService reviewService;

    StrategySectionResource(
            BearerAuthenticator bearerAuthenticator,
            StrategySectionService strategySectionService,
            ReviewService reviewService) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.strategySectionService = strategySectionService;
        this.reviewService = reviewService;
    }

    /** States one of what is planned. */
    @PUT
    @Path("/{part: " + PLANNED_SECTIONS + "}/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemStatuses({403, 404, 412, 422})
    @Operation(
            operationId = "putStrategyPart",
            summary = "State a part of a strategy",
            description =
                    "States an objective, a target, an initiative, a risk or a capability: what it says holds from now on. Needs"
                            + " the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The strategy as it is now",
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    public Uni<Response> put(
            @BeanParam StrategyParameters strategyParameters,
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
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "StrategyPartRequest")))
                    byte[] body) {
        return strategySectionService
                .state(
                        revisionContext(strategyParameters),
                        section(part),
                        List.of(key),
                        JsonBodyParser.parseObject(body))
                .map(StrategyResponder::respond);
    }

    /** Drops one of what is planned. */
    @DELETE
    @Path("/{part: " + PLANNED_SECTIONS + "}/{key}")
    @ProblemStatuses({403, 404, 412, 422})
    @Operation(
            operationId = "deleteStrategyPart",
            summary = "Drop a part of a strategy",
            description =
                    "Drops an objective, a target, an initiative, a risk or a capability: the versions before keep it."
                            + " Needs the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The strategy as it is now",
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    public Uni<Response> drop(
            @BeanParam StrategyParameters strategyParameters,
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
        return strategySectionService
                .drop(revisionContext(strategyParameters), section(part), List.of(key))
                .map(StrategyResponder::respond);
    }

    /** Says what somebody thinks. */
    @POST
    @Path("/{part: " + ASSESSED_SECTIONS + "}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemStatuses({403, 404, 412, 422})
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
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    public Uni<Response> postSection(
            @BeanParam StrategyParameters strategyParameters,
            @Parameter(
                            description = "Which part",
                            example = "assessments",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            enumeration = {"assessments", "overrides"}))
                    @PathParam("part")
                    String part,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "StrategyPartRequest")))
                    byte[] body) {
        return strategySectionService
                .state(revisionContext(strategyParameters), section(part), List.of(), JsonBodyParser.parseObject(body))
                .map(StrategyResponder::respond);
    }

    /** Reviews. */
    @POST
    @Path("/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemStatuses({403, 404, 412, 422})
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
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    public Uni<Response> review(
            @BeanParam StrategyParameters strategyParameters,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "StrategyReviewRequest")))
                    byte[] body) {
        return revisionContext(strategyParameters)
                .flatMap(strategyRevisionContext ->
                        reviewService.review(strategyRevisionContext, JsonBodyParser.parseObject(body)))
                .map(StrategyResponder::respond);
    }

    private static StrategySection section(String word) {
        return StrategySection.of(word).orElseThrow();
    }

    private Uni<StrategyService.StrategyRevisionContext> revisionContext(StrategyParameters strategyParameters) {
        return bearerAuthenticator
                .authenticate(strategyParameters.authorization)
                .map(strategyParameters::toContext);
    }
}
