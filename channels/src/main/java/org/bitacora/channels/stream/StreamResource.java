package org.bitacora.channels.stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bitacora.application.territory.LogPositions;
import org.bitacora.channels.message.LogEntryMessage;
import org.bitacora.channels.message.ObservationMessage;
import org.bitacora.channels.stream.StreamRegistry.StreamTopic;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.EventLog;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.projector.CheckpointRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestMulti;

/** Streams of server-sent events. */
@Path("/v1/stream")
@Tag(name = "stream")
public class StreamResource {

    private static final Logger LOG = Logger.getLogger(StreamResource.class);
    private static final String TYPE = "text/event-stream";
    private static final String LAST = "Last-Event-ID";

    /** The parameter in which clients send the last id that cannot set headers, such as polyfills of EventSource. */
    private static final String LAST_PARAMETER = "lastEventId";

    private static final Detail INVALID_ID = Detail.of("Expected `territory:position`, for example `br-ba:17`.");
    private static final Map<String, StreamTopic> TOPICS =
            Map.of("log", StreamTopic.LOG, "observations", StreamTopic.OBSERVATIONS);

    private final StreamRegistry streamRegistry;
    private final CheckpointRepository checkpointRepository;
    private final EventLog log;
    private final StreamConfiguration limits;
    private final Vertx vertx;

    StreamResource(
            StreamRegistry streamRegistry,
            CheckpointRepository checkpointRepository,
            EventLog log,
            StreamConfiguration limits,
            Vertx vertx) {
        this.streamRegistry = streamRegistry;
        this.checkpointRepository = checkpointRepository;
        this.log = log;
        this.limits = limits;
        this.vertx = vertx;
    }

    /** Streams log entries or changed observations. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "stream",
            summary = "Stream events",
            description = "Streams server-sent events. With the topic log there is one event for each log entry"
                    + " of the territories, sent as soon as observations include the entry. With the topic"
                    + " observations there is one event for each value by year or month that changed, for the"
                    + " indicators of the catalogue and the territory's own definitions. The events are"
                    + " references; request details separately. The id of an event contains the position in"
                    + " every log. A client that reconnects with the last id as Last-Event-ID, as browsers do,"
                    + " receives every event exactly once.")
    @Parameter(
            name = "territory",
            in = ParameterIn.QUERY,
            required = true,
            description = "The codes of the territories, separated by commas",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "topic",
            in = ParameterIn.QUERY,
            description = "The topic of the stream",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"log", "observations"},
                            defaultValue = "log"))
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "The id to start after, such as br-ba:17; by default the stream starts with new events",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = LAST,
            in = ParameterIn.HEADER,
            description = "The id of the last received event; takes precedence over after",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = LAST_PARAMETER,
            in = ParameterIn.QUERY,
            description = "The same as the header Last-Event-ID, for clients that cannot send headers",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "An unlimited stream of events with the name log or observation and JSON data",
            content =
                    @Content(
                            mediaType = TYPE,
                            schema = @Schema(oneOf = {LogEntryMessage.class, ObservationMessage.class})))
    public RestMulti<byte[]> stream(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("territory", "topic", "after", LAST_PARAMETER));
        var territories = territories(readRequest);
        var streamTopic = topic(readRequest);
        var requested = requestedPositions(readRequest, request);
        var eventStream = new EventStream(request, vertx.getOrCreateContext());
        var chunks = checkpointRepository
                .checkpoints(territories)
                .flatMap(followed -> startPositions(territories, requested, followed)
                        .invoke(from -> streamRegistry.open(eventStream, streamTopic, from, followed)))
                .onItem()
                .transformToMulti(_ -> HttpMethod.HEAD.equals(request.method())
                        ? Multi.createFrom().empty()
                        : chunks(eventStream))
                .onFailure(e -> !(e instanceof ProblemException))
                .invoke(e -> LOG.warnf(e, "The stream of %s failed", territories))
                .onTermination()
                .invoke(() -> streamRegistry.close(eventStream));
        return RestMulti.fromMultiData(chunks)
                .encodeAsJsonArray(false)
                .header(HttpHeaders.CONTENT_TYPE, TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Accel-Buffering", "no") // prevents proxies from buffering events
                .build();
    }

    private static Multi<byte[]> chunks(EventStream eventStream) {
        var news = Multi.createBy()
                .repeating()
                .uni(eventStream::nextChunk)
                .whilst(_ -> !eventStream.isEnded())
                .select()
                .where(chunk -> chunk.length > 0);
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(eventStream::openingEvent), news);
    }

    private Set<String> territories(ReadRequest readRequest) {
        var territories = new LinkedHashSet<>(readRequest.values("territory"));
        if (territories.isEmpty() || territories.size() > limits.territories()) {
            throw ProblemException.invalidParameter(
                    "territory", Detail.of("`territory` must have 1 to {0} codes.", limits.territories()));
        }
        return territories;
    }

    private static StreamTopic topic(ReadRequest readRequest) {
        var streamTopic = TOPICS.get(readRequest.parameter("topic").orElse("log"));
        if (streamTopic == null) {
            throw ProblemException.invalidParameter("topic", Detail.of("`topic` must be `log` or `observations`."));
        }
        return streamTopic;
    }

    /**
     * Returns the requested start positions: from the header {@code Last-Event-ID} or its parameter, otherwise from the parameter {@code
     * after}.
     */
    private static Map<String, Long> requestedPositions(ReadRequest readRequest, HttpServerRequest request) {
        var header = request.getHeader(LAST);
        var last = header == null ? readRequest.parameter(LAST_PARAMETER).orElse(null) : header;
        return last == null || last.isBlank()
                ? LogPositions.parse(readRequest.parameter("after").orElse(""))
                        .orElseThrow(() -> ProblemException.invalidParameter("after", INVALID_ID))
                : LogPositions.parse(last).orElseThrow(() -> ProblemException.invalidHeader(LAST, INVALID_ID));
    }

    /**
     * Returns the start position of each territory. Fails with a problem 404 if a territory is not registered, and with
     * a problem 400 if a position is after the end of its log.
     */
    private Uni<Map<String, Long>> startPositions(
            Set<String> territories, Map<String, Long> requested, Map<String, Long> followed) {
        Map<String, Long> from = new LinkedHashMap<>();
        var ahead = Uni.createFrom().voidItem();
        for (var territory : territories) {
            var end = followed.get(territory);
            if (end == null) {
                throw ProblemException.notFound(Detail.of("No territory {0} is registered.", territory));
            }
            long position = requested.getOrDefault(territory, end);
            from.put(territory, position);
            ahead = position <= end ? ahead : ahead.chain(() -> checkPosition(territory, position));
        }
        return ahead.replaceWith(from);
    }

    /** Checks a start position that is after the projected position. It must not be after the end of the log. */
    private Uni<Void> checkPosition(String territory, long position) {
        return log.headPosition(territory)
                .invoke(end -> {
                    if (position > end.orElse(0L)) {
                        throw ProblemException.invalidParameter(
                                "after", Detail.of("The log of {0} ends at position {1}.", territory, end.orElse(0L)));
                    }
                })
                .replaceWithVoid();
    }
}
