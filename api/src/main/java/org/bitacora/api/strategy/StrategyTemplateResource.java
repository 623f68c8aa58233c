package org.bitacora.api.strategy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.application.strategy.StrategyTemplates;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The built-in strategy templates. */
@Path("/v1/strategy-templates")
@Tag(name = "strategies")
@Produces(MediaType.APPLICATION_JSON)
public class StrategyTemplateResource {

    private final StrategyTemplates templates;

    StrategyTemplateResource(StrategyTemplates templates) {
        this.templates = templates;
    }

    /** Lists the templates. */
    @GET
    @Operation(
            operationId = "listStrategyTemplates",
            summary = "List the strategy templates",
            description = "Lists the built-in strategy templates. A territory adopts one by its code and adapts"
                    + " it. The list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The templates",
            content = @Content(schema = @Schema(ref = "StrategyTemplatePageResponse")))
    public Buffer list(@Parameter(hidden = true) @Context HttpServerRequest request) {
        rejectUnknownParameters(request);
        var items = new ArrayList<Json>();
        templates.all().forEach((code, template) -> items.add(toJson(code, template)));
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("items", new Json.Arr(items));
        members.put("next", new Json.Null());
        return Buffer.buffer(JsonWriter.toText(new Json.Obj(members)));
    }

    /** Returns a template. */
    @GET
    @Path("/{code}")
    @ProblemStatuses(404)
    @Operation(
            operationId = "getStrategyTemplate",
            summary = "Get a strategy template",
            description = "Returns a built-in strategy template.")
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content = @Content(schema = @Schema(ref = "StrategyTemplateResponse")))
    public Buffer get(
            @Parameter(description = "The code of the template", example = "twelve-ideas") @PathParam("code")
                    String code,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        rejectUnknownParameters(request);
        return Optional.ofNullable(templates.all().get(code))
                .map(it -> Buffer.buffer(JsonWriter.toText(toJson(code, it))))
                .orElseThrow(() -> ProblemException.notFound(Detail.of("There is no template {0}.", code)));
    }

    private static Json.Obj toJson(String code, Json.Obj template) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("code", Json.of(code));
        members.putAll(template.members());
        return new Json.Obj(members);
    }

    private static void rejectUnknownParameters(HttpServerRequest request) {
        new ReadRequest(request, Set.of());
    }
}
