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
import org.bitacora.eventlog.EventLog;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.problem.ProblemException;
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

/** Server-sent events. */
@Path("/v1/stream")
@Tag(name = "stream")
public class StreamResource {

    private static final Logger LOG = Logger.getLogger(StreamResource.class);
    private static final String TYPE = "text/event-stream";
    private static final String LAST = "Last-Event-ID";
    private static final String WANTED = "An id of this stream is wanted, such as br-ba:17.";
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

    /** Tells what happens. */
    @GET
    @Operation(
            operationId = "stream",
            summary = "Be told what happens, while it happens",
            description =
                    "Server-sent events: one for each entry of the logs of some territories, as soon as figures have come to it;"
                            + " or, of the topic observations, one for each value by year or month that moved, of the catalogue and"
                            + " of a territory's own definitions. Whoever wants to know more asks. The id of each is how"
                            + " far every log was told: a reader that comes back with it as Last-Event-ID, as browsers do,"
                            + " misses nothing, and is told nothing twice.")
    @Parameter(
            name = "territory",
            in = ParameterIn.QUERY,
            required = true,
            description = "The codes of the territories, with commas between them",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "topic",
            in = ParameterIn.QUERY,
            description = "What is told",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"log", "observations"},
                            defaultValue = "log"))
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "Where to go on, for the first time: an id such as br-ba:17; without one, from now on",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = LAST,
            in = ParameterIn.HEADER,
            description = "The id of the last event that was received; comes before after",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "Events of the name log, or observation, without end; their data are JSON",
            content =
                    @Content(
                            mediaType = TYPE,
                            schema = @Schema(oneOf = {LogEntryMessage.class, ObservationMessage.class})))
    public RestMulti<byte[]> stream(@Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("territory", "topic", "after"));
        var territories = territories(readRequest);
        var streamTopic = topic(readRequest);
        var asked = requestedPositions(readRequest, request);
        var eventStream = new EventStream(request, vertx.getOrCreateContext());
        var told = checkpointRepository
                .checkpoints(territories)
                .flatMap(followed -> startPositions(territories, asked, followed)
                        .invoke(from -> streamRegistry.open(eventStream, streamTopic, from, followed)))
                .onItem()
                .transformToMulti(_ -> HttpMethod.HEAD.equals(request.method())
                        ? Multi.createFrom().empty()
                        : chunks(eventStream))
                .onFailure(e -> !(e instanceof ProblemException))
                .invoke(e -> LOG.warnf(e, "A stream of %s has failed", territories))
                .onTermination()
                .invoke(() -> streamRegistry.close(eventStream));
        return RestMulti.fromMultiData(told)
                .encodeAsJsonArray(false)
                .header(HttpHeaders.CONTENT_TYPE, TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Accel-Buffering", "no") // or a proxy would collect what is to be told at once
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
            throw ProblemException.invalidParameter("territory", "1 to " + limits.territories() + " codes are wanted.");
        }
        return territories;
    }

    private static StreamTopic topic(ReadRequest readRequest) {
        var streamTopic = TOPICS.get(readRequest.parameter("topic").orElse("log"));
        if (streamTopic == null) {
            throw ProblemException.invalidParameter("topic", "log or observations is wanted.");
        }
        return streamTopic;
    }

    /** The positions of the id that a reader comes with. */
    private static Map<String, Long> requestedPositions(ReadRequest readRequest, HttpServerRequest request) {
        var last = request.getHeader(LAST);
        return last == null || last.isBlank()
                ? LogPositions.parse(readRequest.parameter("after").orElse(""))
                        .orElseThrow(() -> ProblemException.invalidParameter("after", WANTED))
                : LogPositions.parse(last).orElseThrow(() -> ProblemException.invalidHeader(LAST, WANTED));
    }

    /** Where each log begins to be told; a problem where there is no such log, or where it is not so long. */
    private Uni<Map<String, Long>> startPositions(
            Set<String> territories, Map<String, Long> asked, Map<String, Long> followed) {
        Map<String, Long> from = new LinkedHashMap<>();
        var ahead = Uni.createFrom().voidItem();
        for (var territory : territories) {
            var end = followed.get(territory);
            if (end == null) {
                throw ProblemException.notFound("No territory " + territory + " is registered.");
            }
            long position = asked.getOrDefault(territory, end);
            from.put(territory, position);
            ahead = position <= end ? ahead : ahead.chain(() -> checkPosition(territory, position));
        }
        return ahead.replaceWith(from);
    }

    /** A log can be ahead of what was followed; but nobody can have been told more than it has. */
    private Uni<Void> checkPosition(String territory, long position) {
        return log.headPosition(territory)
                .invoke(end -> {
                    if (position > end.orElse(0L)) {
                        throw ProblemException.invalidParameter(
                                "after", "The log of " + territory + " ends at position " + end.orElse(0L) + ".");
                    }
                })
                .replaceWithVoid();
    }
}
