package org.bitacora.api.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.api.indicator.ChangesShown.ChangeShown;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.ProblemException;
import org.bitacora.http.Answers;
import org.bitacora.http.Body;
import org.bitacora.http.Csv;
import org.bitacora.http.Format;
import org.bitacora.http.Json;
import org.bitacora.projections.indicator.change.Change;
import org.bitacora.projections.indicator.change.Changes;
import org.bitacora.projections.projector.Following;
import org.bitacora.projections.projector.Positions.Reached;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The figures that changed, for whoever keeps a copy of them. */
@Path("/v1/territories/{t}/changes")
@Tag(name = "indicators")
public class ChangesResource {

    private static final String POSITION = "Bitacora-Position";
    private static final String GENERATION = "Bitacora-Generation";
    private static final int STRETCH = 1_000;
    private static final int MOST = 5_000;
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.NDJSON, Format.CSV);

    private final Answers answers;
    private final Following following;
    private final Changes changes;
    private final Json json;

    ChangesResource(Answers answers, Following following, Changes changes, Json json) {
        this.answers = answers;
        this.following = following;
        this.changes = changes;
        this.json = json;
    }

    /** A stretch of a log. */
    private record Stretch(String territory, long from, long to, long generation, Optional<String> next) {}

    /** Tells what changed. */
    @GET
    @Operation(
            operationId = "readChanges",
            summary = "Follow the figures that change",
            description =
                    "The values by year and by month, whole, of all indicators of the catalogue and of the territory's own that"
                            + " changed after a position, each with what it was, what it is, and the events that moved it. A copy that"
                            + " takes in one answer after another (next, or after=to) is at each step what a fresh one would be. All"
                            + " years in which something is dated are told, from 1800 to ten years ahead.")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "The position that the copy is as of; 0 for none",
            schema = @Schema(implementation = Long.class, defaultValue = "0", minimum = "0"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many entries of the log are taken in at the most",
            schema = @Schema(implementation = Integer.class, defaultValue = "1000", minimum = "1", maximum = "5000"))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "Instead of Accept",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "ndjson", "csv"}))
    @APIResponse(
            responseCode = "200",
            description = "The values",
            headers = {
                @Header(
                        name = "Access-Control-Allow-Origin",
                        description = "Pages of any origin may read",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = POSITION,
                        description = "Where the answer ends; to go on, ask after it",
                        schema = @Schema(implementation = Long.class)),
                @Header(
                        name = GENERATION,
                        description = "Of the read models; where it is another than before, begin anew",
                        schema = @Schema(implementation = Long.class))
            },
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ChangesShown.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = ChangeShown.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> read(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("after", "limit", "minPosition", "format"));
        long after = ask.number("after").filter(it -> it >= 0).orElse(0L);
        int limit = ask.limit(STRETCH, MOST);
        return answers.of(ask, territory, FORMATS, known -> reached(territory, after, known.reached())
                .map(reached -> stretch(ask, territory, after, limit, reached))
                .flatMap(it ->
                        changes.between(territory, it.from(), it.to()).map(found -> body(it, found, known.format()))));
    }

    /** Another node may have told of more than this one knows of yet. */
    private Uni<Reached> reached(String territory, long after, Reached known) {
        return known.position() >= after
                ? Uni.createFrom().item(known)
                : following
                        .reached(territory, after)
                        .map(it -> it.orElseThrow(() -> ProblemException.parameter(
                                "after", "The log has not come to position " + after + ".")));
    }

    private static Stretch stretch(Ask ask, String territory, long after, int limit, Reached reached) {
        long to = Math.min(after + limit, reached.position());
        var next = to < reached.position()
                ? Optional.of(ask.path() + "?after=" + to + "&limit=" + limit)
                : Optional.<String>empty();
        return new Stretch(territory, after, to, reached.generation(), next);
    }

    private Body body(Stretch of, List<Change> found, Format format) {
        var items = found.stream().map(it -> ChangeShown.of(it, of.to())).toList();
        Buffer content =
                switch (format) {
                    case NDJSON -> json.lines(items);
                    case CSV ->
                        Csv.table(
                                ChangeShown.COLUMNS,
                                items.stream().map(ChangeShown::row).toList());
                    case JSON, HTML, SVG, JSON_STAT, XLSX ->
                        json.whole(new ChangesShown(
                                of.territory(),
                                of.from(),
                                of.to(),
                                of.generation(),
                                items,
                                of.next().orElse(null)));
                };
        return new Body(content, of.next(), Map.of(POSITION, of.to(), GENERATION, of.generation()));
    }
}
