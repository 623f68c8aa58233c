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
import org.bitacora.application.request.Ask;
import org.bitacora.application.strategy.Carding;
import org.bitacora.application.strategy.Mapping;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.http.Format;
import org.bitacora.http.Json;
import org.bitacora.http.Labels;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The map of a strategy: as data, and as a picture. */
@Path("/v1/territories/{t}/strategies/{s}/map")
@Tag(name = "strategies")
public class StrategyMapResource {

    private final Carding carding;
    private final Mapping mapping;
    private final StrategyMapMapper mapper;
    private final Answers answers;
    private final Json json;

    StrategyMapResource(Carding carding, Mapping mapping, StrategyMapMapper mapper, Answers answers, Json json) {
        this.carding = carding;
        this.mapping = mapping;
        this.mapper = mapper;
        this.answers = answers;
        this.json = json;
    }

    /** Shows it. */
    @GET
    @Operation(
            operationId = "getStrategyMap",
            summary = "Draw the map of a strategy",
            description =
                    "The objectives of a strategy by perspective, how they stand in a period, and the links between them, each with"
                            + " whether the effect followed the cause: evidence, not proof.")
    @APIResponse(
            responseCode = "200",
            description = "The map",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = StrategyMapShown.class)),
                @Content(mediaType = "image/svg+xml", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2010") @PathParam("s") String strategy,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("period", "asOf", "minPosition", "format"));
        return answers.of(ask, territory, List.of(Format.JSON, Format.SVG), carding.today(), known -> carding.card(
                        ask, territory, strategy, known.reached())
                .flatMap(carded -> mapping.links(carded).map(links -> mapper.toResponse(carded, links, ask)))
                .map(map -> Body.whole(
                        known.format() == Format.SVG
                                ? Buffer.buffer(StrategyMapDrawing.draw(map, Labels.in(ask.language())))
                                : json.whole(map))));
    }
}
