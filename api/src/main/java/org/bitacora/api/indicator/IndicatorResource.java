package org.bitacora.api.indicator;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.answer.Items;
import org.bitacora.api.problem.ProblemException;
import org.bitacora.projections.indicator.Catalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of indicators. */
@Path("/v1/indicators")
@Tag(name = "indicators")
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorResource {

    private final Catalogue catalogue;

    IndicatorResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Lists the definitions. */
    @GET
    @Operation(
            operationId = "listIndicators",
            summary = "List the indicators",
            description = "Lists the definitions of all built-in indicators; the list comes whole.")
    @APIResponse(
            responseCode = "200",
            description = "The definitions",
            content = @Content(schema = @Schema(ref = "IndicatorItems")))
    public Items<IndicatorShown> list(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var language = new Ask(request, Set.of("format")).language();
        return Items.whole(catalogue.all().stream()
                .map(definition -> IndicatorShown.of(definition, language))
                .toList());
    }

    /** Shows a definition. */
    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getIndicator",
            summary = "Show an indicator",
            description = "Shows the definition of an indicator.")
    @APIResponse(
            responseCode = "200",
            description = "The definition",
            content = @Content(schema = @Schema(implementation = IndicatorShown.class)))
    public IndicatorShown get(
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var language = new Ask(request, Set.of("format")).language();
        return catalogue
                .find(code)
                .map(definition -> IndicatorShown.of(definition, language))
                .orElseThrow(() -> ProblemException.notFound("There is no indicator " + code + "."));
    }

    /** Lists the versions of a definition. */
    @GET
    @Path("/{code}/versions")
    @Operation(
            operationId = "listIndicatorVersions",
            summary = "List the versions of an indicator",
            description = "Lists the versions of a definition, the first first; the list comes whole.")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(ref = "IndicatorItems")))
    public Items<IndicatorShown> versions(
            @Parameter(description = "The code of the indicator", example = "bahia.actions") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        return Items.whole(List.of(get(code, request)));
    }
}
