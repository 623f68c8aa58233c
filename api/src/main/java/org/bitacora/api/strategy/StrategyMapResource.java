package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.bitacora.application.strategy.ScorecardService;
import org.bitacora.application.strategy.StrategyMapService;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.Labels;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The strategy map, as data and as an image. */
@Path("/v1/territories/{t}/strategies/{s}/map")
@Tag(name = "strategies")
public class StrategyMapResource {

    private final ScorecardService scorecardService;
    private final StrategyMapService strategyMapService;
    private final StrategyMapMapper mapper;
    private final ConditionalResponder conditionalResponder;
    private final JsonRenderer jsonRenderer;

    StrategyMapResource(
            ScorecardService scorecardService,
            StrategyMapService strategyMapService,
            StrategyMapMapper mapper,
            ConditionalResponder conditionalResponder,
            JsonRenderer jsonRenderer) {
        this.scorecardService = scorecardService;
        this.strategyMapService = strategyMapService;
        this.mapper = mapper;
        this.conditionalResponder = conditionalResponder;
        this.jsonRenderer = jsonRenderer;
    }

    /** Returns the strategy map. */
    @GET
    @ProblemStatuses({404, 422})
    @Operation(
            operationId = "getStrategyMap",
            summary = "Get the strategy map",
            description = "Returns the objectives of a strategy by perspective with their status in a period,"
                    + " and the links between them. Each link states whether the effect followed"
                    + " the cause, which is evidence but not proof. An inconsistent strategy is"
                    + " refused (422); its `inconsistencies` list the reasons.")
    @APIResponse(
            responseCode = "200",
            description = "The map",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = StrategyMapResponse.class)),
                @Content(mediaType = "image/svg+xml", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2010") @PathParam("s") String strategy,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("period", "asOf", "minPosition", "format"));
        return conditionalResponder.respondForDay(
                readRequest,
                territory,
                List.of(Format.JSON, Format.SVG),
                checkpoint -> scorecardService.today(territory, checkpoint),
                responseContext -> scorecardService
                        .scorecard(
                                ScorecardQueryParser.parse(readRequest, territory, strategy), responseContext.reached())
                        .flatMap(computedScorecard -> strategyMapService
                                .links(computedScorecard)
                                .map(links -> mapper.toResponse(computedScorecard, links, readRequest.language())))
                        .map(map -> Representation.unpaged(
                                responseContext.format() == Format.SVG
                                        ? Buffer.buffer(StrategyMapRenderer.draw(
                                                map, Labels.forLanguage(readRequest.language())))
                                        : jsonRenderer.render(map))));
    }
}
