package org.bitacora.api.territory;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.http.CsvRenderer;
import org.bitacora.http.Format;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log of a territory: pages of entries, or the entry of one event. */
@Path("/v1/territories/{t}/log")
@Tag(name = "territories")
public class LogResource {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 5_000;
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.NDJSON, Format.CSV);

    private final EventLog log;
    private final JsonRenderer jsonRenderer;

    LogResource(EventLog log, JsonRenderer jsonRenderer) {
        this.log = log;
        this.jsonRenderer = jsonRenderer;
    }

    /** Reads the log. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "readLog",
            summary = "Read the log of a territory",
            description = "Returns the entries of a log after a position, in order; with `source` and `id`, the"
                    + " entry of one event. Entries never change.")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "The position after which the page starts",
            schema = @Schema(implementation = Long.class, defaultValue = "0", minimum = "0"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "The maximum number of entries on a page",
            schema = @Schema(implementation = Integer.class, defaultValue = "100", minimum = "1", maximum = "5000"))
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "The source of an event, for example urn:bitacora:demo:bahia; requires `id`",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "id",
            in = ParameterIn.QUERY,
            description = "The id of an event within its source, for example ba-00017; requires `source`",
            schema = @Schema(implementation = String.class))
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
            description = "A page of entries",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(ref = "LogEntryPageResponse")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = LogEntryResponse.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Uni<Response> read(
            @Parameter(description = "The code of the territory", example = "br-ba") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("after", "limit", "source", "id", "format"));
        var format = Format.negotiate(readRequest, FORMATS);
        var source = readRequest.parameter("source");
        var id = readRequest.parameter("id");
        if (source.isPresent() != id.isPresent()) {
            throw ProblemException.invalidParameter(
                    source.isPresent() ? "id" : "source", Detail.of("`source` and `id` must be given together."));
        }
        return log.headPosition(territory).flatMap(end -> {
            if (end.isEmpty() || end.get() == 0) {
                throw ProblemException.notFound(Detail.of("No territory {0} is registered.", territory));
            }
            return source.isPresent()
                    ? respondWithEntry(territory, new EventKey(source.get(), id.orElseThrow()), format)
                    : respondWithPage(readRequest, territory, format);
        });
    }

    private Uni<Response> respondWithEntry(String territory, EventKey key, Format format) {
        return log.find(territory, key)
                .map(entry -> entry.orElseThrow(() ->
                        ProblemException.notFound(Detail.of("The log has no event with this `source` and `id`."))))
                .map(entry -> respond(List.of(entry), Optional.empty(), format));
    }

    private Uni<Response> respondWithPage(ReadRequest readRequest, String territory, Format format) {
        long after = readRequest.number("after").orElse(0L);
        int limit = readRequest.limit(DEFAULT_LIMIT, MAX_LIMIT);
        return log.read(territory, after, limit + 1).map(entries -> {
            if (entries.size() <= limit) {
                return respond(entries, Optional.empty(), format);
            }
            var page = entries.subList(0, limit);
            var next = readRequest.path() + "?after=" + page.getLast().position() + "&limit=" + limit;
            return respond(page, Optional.of(next), format);
        });
    }

    private Response respond(List<Entry> entries, Optional<String> next, Format format) {
        var shown = entries.stream().map(LogEntryResponse::of).toList();
        Buffer body =
                switch (format) {
                    case NDJSON -> jsonRenderer.renderLines(shown);
                    case CSV ->
                        CsvRenderer.render(
                                LogEntryResponse.COLUMNS,
                                shown.stream().map(LogEntryResponse::cells).toList());
                    case JSON, HTML, SVG, JSON_STAT, XLSX ->
                        jsonRenderer.render(new PageResponse<>(shown, next.orElse(null)));
                };
        var response = Response.ok(body).header(HttpHeaders.CONTENT_TYPE, format.mediaType());
        next.ifPresent(it -> response.header(HttpHeaders.LINK, "<" + it + ">; rel=\"next\""));
        return response.build();
    }
}
