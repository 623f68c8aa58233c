package org.bitacora.api.strategy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.bitacora.application.strategy.ScorecardService;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Format;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Belo Horizonte's attainment table, as data, as a table and as a printable page. */
@Path("/v1/territories/{t}/strategies/{s}/attainment")
@Tag(name = "strategies")
public class AttainmentResource {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.HTML);

    private final AttainmentRenderer renderer;
    private final ScorecardService scorecardService;
    private final ConditionalResponder conditionalResponder;

    AttainmentResource(
            AttainmentRenderer renderer, ScorecardService scorecardService, ConditionalResponder conditionalResponder) {
        this.renderer = renderer;
        this.scorecardService = scorecardService;
        this.conditionalResponder = conditionalResponder;
    }

    /** Returns the attainment table. */
    @GET
    @ProblemStatuses({404, 422})
    @Operation(
            operationId = "getAttainment",
            summary = "Get the attainment of a strategy's targets",
            description = "Returns a row for each measure of a strategy in a period: target, value, whether the"
                    + " target was achieved, the attainment, what must improve, and the feedback"
                    + " on the activities behind the value. An inconsistent strategy is refused"
                    + " (422); its `inconsistencies` list the reasons.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = AttainmentResponse.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class))
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
                FORMATS,
                checkpoint -> scorecardService.today(territory, checkpoint),
                responseContext -> renderer.render(
                        ScorecardQueryParser.parse(readRequest, territory, strategy),
                        readRequest.language(),
                        responseContext));
    }
}
