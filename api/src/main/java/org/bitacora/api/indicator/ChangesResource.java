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
import org.bitacora.api.indicator.ChangesResponse.ChangeResponse;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.CsvRenderer;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.indicator.change.ChangeDetector;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;
import org.bitacora.projections.projector.ProjectionTracker;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The observations that changed, for clients that keep a copy of them. */
@Path("/v1/territories/{t}/changes")
@Tag(name = "indicators")
public class ChangesResource {

    private static final String POSITION = "Bitacora-Position";
    private static final String GENERATION = "Bitacora-Generation";
    private static final int DEFAULT_LIMIT = 1_000;
    private static final int MAX_LIMIT = 5_000;
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.NDJSON, Format.CSV);

    private final ConditionalResponder conditionalResponder;
    private final ProjectionTracker projectionTracker;
    private final ChangeDetector changeDetector;
    private final JsonRenderer jsonRenderer;

    ChangesResource(
            ConditionalResponder conditionalResponder,
            ProjectionTracker projectionTracker,
            ChangeDetector changeDetector,
            JsonRenderer jsonRenderer) {
        this.conditionalResponder = conditionalResponder;
        this.projectionTracker = projectionTracker;
        this.changeDetector = changeDetector;
        this.jsonRenderer = jsonRenderer;
    }

    /** A range of a log: the entries after {@code from}, up to and including {@code to}. */
    private record ChangesRange(String territory, long from, long to, long generation, Optional<String> next) {}

    /** Returns the changed observations. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "readChanges",
            summary = "List the changed observations of a territory",
            description = "Returns the values by year and by month that changed after a position, without"
                    + " filters and breakdowns: those of the indicators of the catalogue and of"
                    + " the territory's own definitions. Each change has the old value, the new"
                    + " value and the events that caused it. A copy to which the responses are"
                    + " applied in order (`next`, or `after` set to `to`) equals a fresh download"
                    + " after every response. The values cover the years from the first to the"
                    + " last date of an activity or a reported value; dates before 1800 or more"
                    + " than ten years after the latest entry are ignored.")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "The position that the copy is as of, for example 463; 0 for a new copy",
            schema = @Schema(implementation = Long.class, defaultValue = "0", minimum = "0"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "The maximum number of log entries that the response covers",
            schema = @Schema(implementation = Integer.class, defaultValue = "1000", minimum = "1", maximum = "5000"))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "The format; overrides Accept",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "ndjson", "csv"}))
    @APIResponse(
            responseCode = "200",
            description = "The changed values",
            headers = {
                @Header(
                        name = "Access-Control-Allow-Origin",
                        description = "The origins whose pages may read the response",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = POSITION,
                        description = "The last position that the response covers; the value of `after`"
                                + " for the next request",
                        schema = @Schema(implementation = Long.class)),
                @Header(
                        name = GENERATION,
                        description = "The generation of the read models; if it differs from that of the"
                                + " previous response, start a new copy",
                        schema = @Schema(implementation = Long.class))
            },
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ChangesResponse.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = ChangeResponse.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> read(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("after", "limit", "minPosition", "format"));
        long after = readRequest.number("after").filter(it -> it >= 0).orElse(0L);
        int limit = readRequest.limit(DEFAULT_LIMIT, MAX_LIMIT);
        return conditionalResponder.respond(
                readRequest, territory, FORMATS, responseContext -> reached(territory, after, responseContext.reached())
                        .map(checkpoint -> toRange(readRequest, territory, after, limit, checkpoint))
                        .flatMap(it -> changeDetector
                                .findChanges(territory, it.from(), it.to())
                                .map(found -> body(it, found, responseContext.format()))));
    }

    /**
     * Returns the checkpoint; waits if {@code after} is beyond it, because another node may have returned a
     * later position.
     */
    private Uni<Checkpoint> reached(String territory, long after, Checkpoint known) {
        return known.position() >= after
                ? Uni.createFrom().item(known)
                : projectionTracker
                        .awaitPosition(territory, after)
                        .map(it -> it.orElseThrow(() -> ProblemException.invalidParameter(
                                "after", Detail.of("Position {0} is after the end of the log.", after))));
    }

    private static ChangesRange toRange(
            ReadRequest readRequest, String territory, long after, int limit, Checkpoint checkpoint) {
        long to = Math.min(after + limit, checkpoint.position());
        var next = to < checkpoint.position()
                ? Optional.of(readRequest.path() + "?after=" + to + "&limit=" + limit)
                : Optional.<String>empty();
        return new ChangesRange(territory, after, to, checkpoint.generation(), next);
    }

    private Representation body(ChangesRange of, List<ObservationChange> found, Format format) {
        var items = found.stream().map(it -> ChangeResponse.of(it, of.to())).toList();
        Buffer content =
                switch (format) {
                    case NDJSON -> jsonRenderer.renderLines(items);
                    case CSV ->
                        CsvRenderer.render(
                                ChangeResponse.COLUMNS,
                                items.stream().map(ChangeResponse::row).toList());
                    case JSON, HTML, SVG, JSON_STAT, XLSX ->
                        jsonRenderer.render(new ChangesResponse(
                                of.territory(),
                                of.from(),
                                of.to(),
                                of.generation(),
                                items,
                                of.next().orElse(null)));
                };
        return new Representation(content, of.next(), Map.of(POSITION, of.to(), GENERATION, of.generation()));
    }
}
