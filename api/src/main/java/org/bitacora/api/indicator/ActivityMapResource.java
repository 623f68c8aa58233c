package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Format;
import org.bitacora.http.PeriodParameterParser;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bahía's activity map, as data, as a table and as a printable page. */
@Path("/v1/territories/{t}/reports/activity-map")
@Tag(name = "reports")
public class ActivityMapResource {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.HTML);

    private final ActivityMapRenderer renderer;
    private final ConditionalResponder conditionalResponder;

    ActivityMapResource(ActivityMapRenderer renderer, ConditionalResponder conditionalResponder) {
        this.renderer = renderer;
        this.conditionalResponder = conditionalResponder;
    }

    /** Returns the activity map. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "getActivityMap",
            summary = "Get the activity map",
            description = "Returns the number of international actions of a period in each of the five"
                    + " categories of Bahía's map. An action can be in several categories; so"
                    + " every share is a share of the distinct actions, and the categories may"
                    + " add up to more than the total. For several periods, JSON contains a list"
                    + " of maps.")
    @APIResponse(
            responseCode = "200",
            description = "The map, or a list of maps for several periods",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(ref = "ActivityMapReport")),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("period", "asOf", "minPosition", "format"));
        return conditionalResponder.respond(
                readRequest,
                territory,
                FORMATS,
                responseContext ->
                        renderer.render(parseQuery(readRequest, territory), readRequest.language(), responseContext));
    }

    private static ActivityMapRenderer.ActivityMapQuery parseQuery(ReadRequest readRequest, String territory) {
        var period =
                PeriodParameterParser.parse(readRequest.parameter("period")).orElseThrow(ProblemException::of);
        return new ActivityMapRenderer.ActivityMapQuery(territory, period, AsOfParameterParser.parse(readRequest));
    }
}
