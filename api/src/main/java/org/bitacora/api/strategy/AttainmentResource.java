package org.bitacora.api.strategy;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
import org.bitacora.api.answer.Answers;
import org.bitacora.api.answer.Ask;
import org.bitacora.api.answer.Body;
import org.bitacora.api.answer.Csv;
import org.bitacora.api.answer.Format;
import org.bitacora.api.answer.Json;
import org.bitacora.api.language.Labels;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Belo Horizonte's table: as data, as a table, and as a page that prints well. */
@Path("/v1/territories/{t}/strategies/{s}/attainment")
@Tag(name = "strategies")
public class AttainmentResource {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.HTML);

    private final Carding carding;
    private final Attaining attaining;
    private final AttainmentMapper mapper;
    private final Answers answers;
    private final Json json;
    private final Template page;

    AttainmentResource(
            Carding carding,
            Attaining attaining,
            AttainmentMapper mapper,
            Answers answers,
            Json json,
            @Location("attainment.html") Template page) {
        this.carding = carding;
        this.attaining = attaining;
        this.mapper = mapper;
        this.answers = answers;
        this.json = json;
        this.page = page;
    }

    /** Shows it. */
    @GET
    @Operation(
            operationId = "getAttainment",
            summary = "Tell what became of each target",
            description =
                    "Of each measure of a strategy in a period: target, value, whether it was achieved, to what degree, what must"
                            + " improve, and what people said of the activities behind it.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = AttainmentShown.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    public Uni<Response> get(
            @Parameter(description = "The code of the territory", example = "br-belo-horizonte") @PathParam("t")
                    String territory,
            @Parameter(description = "The code of the strategy", example = "ppag-2010") @PathParam("s") String strategy,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("period", "asOf", "minPosition", "format"));
        return get(territory, strategy, ask);
    }

    /** The same, however it was asked. */
    public Uni<Response> get(String territory, String strategy, Ask ask) {
        return answers.of(ask, territory, FORMATS, carding.today(), known -> carding.card(
                        ask, territory, strategy, known.reached())
                .flatMap(carded -> attaining.feedback(carded).map(said -> mapper.toResponse(carded, said, ask)))
                .flatMap(shown -> body(ask, shown, known.format())));
    }

    private Uni<Body> body(Ask ask, AttainmentShown shown, Format format) {
        return switch (format) {
            case CSV -> Uni.createFrom().item(Body.whole(Csv.table(AttainmentShown.COLUMNS, shown.rows())));
            case HTML ->
                page.data("table", shown)
                        .data("labels", Labels.in(ask.language()))
                        .createUni()
                        .map(text -> Body.whole(Buffer.buffer(text)));
            case JSON, NDJSON, JSON_STAT, XLSX, SVG -> Uni.createFrom().item(Body.whole(json.whole(shown)));
        };
    }
}
