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

/**
 * Single items of a strategy: objectives, targets, initiatives, risks, capabilities, assessments, overrides
 * and reviews.
 */
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

    /** Sets an item of a planned section. */
    @PUT
    @Path("/{part: " + PLANNED_SECTIONS + "}/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemStatuses({403, 404, 412, 422})
    @Operation(
            operationId = "putStrategyPart",
            summary = "Set an item of a strategy",
            description = "Sets an objective, a target, an initiative, a risk or a capability. The item replaces"
                    + " the one with the same key. An item that contradicts the strategy is"
                    + " refused. Requires the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The current strategy",
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    public Uni<Response> put(
            @BeanParam StrategyParameters strategyParameters,
            @Parameter(
                            description = "The section of the strategy",
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
            @Parameter(
                            description = "The key of the item: its code, or for a target the code of its" + " measure",
                            example = "actions")
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

    /** Removes an item of a planned section. */
    @DELETE
    @Path("/{part: " + PLANNED_SECTIONS + "}/{key}")
    @ProblemStatuses({403, 404, 412, 422})
    @Operation(
            operationId = "deleteStrategyPart",
            summary = "Remove an item of a strategy",
            description = "Removes an objective, a target, an initiative, a risk or a capability. Earlier"
                    + " versions of the strategy keep it. Removing an item that does not exist"
                    + " changes nothing. Requires the role editor.")
    @APIResponse(
            responseCode = "200",
            description = "The current strategy",
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    public Uni<Response> drop(
            @BeanParam StrategyParameters strategyParameters,
            @Parameter(
                            description = "The section of the strategy",
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
            @Parameter(
                            description = "The key of the item: its code, or for a target the code of its" + " measure",
                            example = "actions")
                    @PathParam("key")
                    String key) {
        return strategySectionService
                .drop(revisionContext(strategyParameters), section(part), List.of(key))
                .map(StrategyResponder::respond);
    }

    /** Records an assessment or an override. */
    @POST
    @Path("/{part: " + ASSESSED_SECTIONS + "}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemStatuses({403, 404, 412, 422})
    @Operation(
            operationId = "postStrategySaying",
            summary = "Record an assessment or an override",
            description = "Records an assessment of an objective by participants, peers or evaluators, with a"
                    + " level of a rubric or a text, or an override of a status with its author,"
                    + " reason and last day. An assessment with the same code, or an override of"
                    + " the same element and period, is replaced. Requires the role editor; a key"
                    + " for surveys can be limited to the event type"
                    + " org.bitacora.objective.assessed.")
    @APIResponse(
            responseCode = "200",
            description = "The current strategy",
            content = @Content(schema = @Schema(ref = "StrategyResponse")))
    public Uni<Response> postSection(
            @BeanParam StrategyParameters strategyParameters,
            @Parameter(
                            description = "The section of the strategy",
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

    /** Records a review. */
    @POST
    @Path("/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemStatuses({403, 404, 412, 422})
    @Operation(
            operationId = "postStrategyReview",
            summary = "Record a review of a strategy",
            description = "Records what was tested, learned and decided in the review of a period. Every measure"
                    + " with status red in the period needs a note. `changes` contains lists of"
                    + " items, for example objectives or targets, that revise the strategy; they"
                    + " are stored together with the review or not at all. Requires the role"
                    + " editor.")
    @APIResponse(
            responseCode = "200",
            description = "The current strategy",
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
