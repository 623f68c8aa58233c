package org.bitacora.api.indicator;

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
import org.bitacora.domain.indicator.Definition;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.indicator.IndicatorResponse;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.indicator.IndicatorCatalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of built-in indicators. */
@Path("/v1/indicators")
@Tag(name = "indicators")
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorResource {

    private final IndicatorCatalogue indicatorCatalogue;
    private final IndicatorSheetRenderer indicatorSheetRenderer;

    IndicatorResource(IndicatorCatalogue indicatorCatalogue, IndicatorSheetRenderer indicatorSheetRenderer) {
        this.indicatorCatalogue = indicatorCatalogue;
        this.indicatorSheetRenderer = indicatorSheetRenderer;
    }

    /** Lists the definitions of the catalogue. */
    @GET
    @Operation(
            operationId = "listIndicators",
            summary = "List the built-in indicators",
            description = "Lists the definitions of all built-in indicators. The list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The definitions",
            content = @Content(schema = @Schema(ref = "IndicatorPageResponse")))
    public PageResponse<IndicatorResponse> list(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var language = new ReadRequest(request, Set.of("format")).language();
        return PageResponse.singlePage(indicatorCatalogue.all().stream()
                .map(definition -> IndicatorResponse.of(definition, language))
                .toList());
    }

    /** Returns a definition. */
    @GET
    @Path("/{code}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @ProblemStatuses(404)
    @Operation(
            operationId = "getIndicator",
            summary = "Get a built-in indicator",
            description = "Returns the definition of a built-in indicator, as data or as a printable sheet.")
    @APIResponse(
            responseCode = "200",
            description = "The definition",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = IndicatorResponse.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> get(
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return indicatorSheetRenderer.respond(new ReadRequest(request, Set.of("format")), find(code));
    }

    private Definition find(String code) {
        return indicatorCatalogue
                .find(code)
                .orElseThrow(() -> ProblemException.notFound(Detail.of("There is no indicator {0}.", code)));
    }

    /** Lists the versions of a definition. A built-in indicator has one. */
    @GET
    @Path("/{code}/versions")
    @ProblemStatuses(404)
    @Operation(
            operationId = "listIndicatorVersions",
            summary = "List the versions of a built-in indicator",
            description = "Lists the versions of the definition of a built-in indicator, oldest first. The"
                    + " list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(ref = "IndicatorPageResponse")))
    public PageResponse<IndicatorResponse> versions(
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var language = new ReadRequest(request, Set.of("format")).language();
        return PageResponse.singlePage(List.of(IndicatorResponse.of(find(code), language)));
    }
}
