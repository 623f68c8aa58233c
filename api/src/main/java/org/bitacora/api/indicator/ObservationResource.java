package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.FilterParameters;
import org.bitacora.http.Format;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The observations of an indicator for a territory. */
@Path("/v1/territories/{t}/indicators/{code}/observations")
@Tag(name = "indicators")
public class ObservationResource {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.JSON_STAT, Format.XLSX);

    private final ObservationRenderer renderer;
    private final ConditionalResponder conditionalResponder;

    ObservationResource(ObservationRenderer renderer, ConditionalResponder conditionalResponder) {
        this.renderer = renderer;
        this.conditionalResponder = conditionalResponder;
    }

    /** Returns observations. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "observe",
            summary = "Get the observations of an indicator",
            description = "Returns the values of an indicator in one or more periods, as of a moment, with an"
                    + " optional breakdown. Each field of an activity is a filter parameter that"
                    + " accepts several values: codes are separated by commas, and free texts, which may"
                    + " contain commas, are given by repeating the parameter. An activity must match all"
                    + " fields, and any of the values of a field. Each member of a breakdown by a field can be used as"
                    + " the value of its filter.")
    @APIResponse(
            responseCode = "200",
            description = "The observations",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ObservationsResponse.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/vnd.json-stat+json", schema = @Schema(ref = "JsonStat")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    public Uni<Response> observe(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(
                request,
                FilterParameters.parameterNames(
                        "period", "by", "asOf", "minPosition", "format", "version", "per", "rollup", "dialect"));
        return conditionalResponder.respondForScope(
                readRequest,
                territory,
                FORMATS,
                responseContext -> renderer.render(
                        readRequest, IndicatorQueryParser.parse(readRequest, territory, code), responseContext));
    }
}
