package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.bitacora.application.strategy.ScorecardService;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Format;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The balanced scorecard of a strategy. */
@Path("/v1/territories/{t}/strategies/{s}/scorecard")
@Tag(name = "strategies")
@Produces(MediaType.APPLICATION_JSON)
public class ScorecardResource {

    private static final List<Format> FORMATS = List.of(Format.JSON);

    private final ScorecardRenderer renderer;
    private final ScorecardService scorecardService;
    private final ConditionalResponder conditionalResponder;

    ScorecardResource(
            ScorecardRenderer renderer, ScorecardService scorecardService, ConditionalResponder conditionalResponder) {
        this.renderer = renderer;
        this.scorecardService = scorecardService;
        this.conditionalResponder = conditionalResponder;
    }

    /** Returns the scorecard. */
    @GET
    @ProblemStatuses({404, 422})
    @Operation(
            operationId = "getScorecard",
            summary = "Get the scorecard of a strategy",
            description = "Returns the perspectives of a strategy with their objectives and measures in a"
                    + " period. Each measure has its value, target, status and trend, which is"
                    + " the comparison with the preceding period of the same length. Each rollup"
                    + " has a weighted mean, its coverage, the worst measure and the number of"
                    + " measures by status. An inconsistent strategy is refused (422); its"
                    + " `inconsistencies` list the reasons.")
    @Parameter(
            name = "score",
            in = ParameterIn.QUERY,
            description = "Whether to include the score of each measure; by default false",
            schema = @Schema(implementation = Boolean.class))
    @APIResponse(
            responseCode = "200",
            description = "The scorecard",
            content = @Content(schema = @Schema(implementation = ScorecardResponse.class)))
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2014") @PathParam("s") String strategy,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("period", "asOf", "minPosition", "format", "score"));
        var presentation = new ScorecardRenderer.ScorecardPresentation(
                readRequest.language(),
                ReadRequest.parseFlag("score", readRequest.parameter("score").orElse(null)));
        return conditionalResponder.respondForDay(
                readRequest,
                territory,
                FORMATS,
                checkpoint -> scorecardService.today(territory, checkpoint),
                responseContext -> renderer.render(
                        ScorecardQueryParser.parse(readRequest, territory, strategy), presentation, responseContext));
    }
}
