package org.bitacora.channels.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.EventLog;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.projections.indicator.change.ChangeDetector;
import org.bitacora.projections.projector.CheckpointRepository;
import org.bitacora.projections.projector.ProjectionTracker;
import org.jboss.logging.Logger;

/** The open streams of this node and the tails of their logs. */
@Singleton
class StreamRegistry {

    private static final Logger LOG = Logger.getLogger(StreamRegistry.class);
    private static final long POLL_MILLIS = 200;
    private static final long CHECK_MILLIS = 1_000;

    private final ProjectionTracker projectionTracker;
    private final CheckpointRepository checkpointRepository;
    private final EventLog log;
    private final ChangeDetector changeDetector;
    private final JsonRenderer jsonRenderer;
    private final Vertx vertx;
    private final StreamConfiguration limits;
    private final Counter dropped;
    private final Map<TailKey, TerritoryTail> tails = new ConcurrentHashMap<>();
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isPolling = new AtomicBoolean();
    private volatile boolean isStopped;
    private volatile boolean isPollFailing;

    StreamRegistry(
            ProjectionTracker projectionTracker,
            CheckpointRepository checkpointRepository,
            EventLog log,
            ChangeDetector changeDetector,
            JsonRenderer jsonRenderer,
            Vertx vertx,
            StreamConfiguration limits,
            MeterRegistry meters) {
        this.projectionTracker = projectionTracker;
        this.checkpointRepository = checkpointRepository;
        this.log = log;
        this.changeDetector = changeDetector;
        this.jsonRenderer = jsonRenderer;
        this.vertx = vertx;
        this.limits = limits;
        this.dropped = Counter.builder("bitacora.streams.dropped")
                .description("Streams disconnected because the client did not read")
                .register(meters);
        meters.gauge("bitacora.streams.open", open, Set::size);
    }

    /** The topic of a stream. */
    enum StreamTopic {
        /** Log entries. */
        LOG,
        /** Changed observations. */
        OBSERVATIONS
    }

    private record TailKey(StreamTopic topic, String territory) {}

    private TerritoryTail createTail(TailKey tailKey, long end) {
        return switch (tailKey.topic()) {
            case LOG -> new LogTail(tailKey.territory(), end, log, jsonRenderer);
            case OBSERVATIONS -> new ObservationTail(tailKey.territory(), end, changeDetector, jsonRenderer);
        };
    }

    void start(@Observes StartupEvent event) {
        projectionTracker.onProjected(this::onProjected);
        vertx.setPeriodic(POLL_MILLIS, _ -> pollCheckpoints());
        vertx.setPeriodic(CHECK_MILLIS, _ -> checkStreams());
    }

    /** Ends all streams before shutdown waits for open requests, because streams do not end by themselves. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
    }

    /**
     * Ends all streams. Streams with an unread chunk are disconnected, because waiting for their clients may take
     * forever.
     */
    private void endAll() {
        isStopped = true;
        for (var eventStream : open) {
            eventStream.end();
            if (!eventStream.isWaiting()) {
                eventStream.drop();
            }
        }
    }

    /**
     * Opens a stream. During shutdown the stream ends immediately, so that its client reconnects later.
     *
     * @param streamTopic the topic of the stream
     * @param from the position after which the stream starts, for each log
     * @param followed the last projected position of each log
     * @throws ProblemException 503 if too many streams are open
     */
    void open(EventStream eventStream, StreamTopic streamTopic, Map<String, Long> from, Map<String, Long> followed) {
        if (open.size() >= limits.most()) {
            throw ProblemException.unavailable(
                    Detail.of("Too many streams are open (the limit is {0}). Try again later.", limits.most()));
        }
        from.forEach((territory, position) -> {
            long end = followed.getOrDefault(territory, 0L);
            var territoryTail = tails.compute(new TailKey(streamTopic, territory), (tailKey, existing) -> {
                var tail = existing == null ? createTail(tailKey, end) : existing;
                tail.add(eventStream);
                return tail;
            });
            eventStream.follow(territoryTail, position);
            territoryTail.onProjected(end);
        });
        open.add(eventStream);
        if (isStopped) {
            eventStream.end();
        }
    }

    /** Closes a stream. */
    void close(EventStream eventStream) {
        open.remove(eventStream);
        for (var tailKey : List.copyOf(tails.keySet())) {
            tails.computeIfPresent(
                    tailKey, (_, tail) -> eventStream.tails().contains(tail) && tail.remove(eventStream) ? null : tail);
        }
    }

    private void onProjected(Map<String, Long> territories) {
        territories.forEach((territory, position) -> {
            for (var streamTopic : StreamTopic.values()) {
                var territoryTail = tails.get(new TailKey(streamTopic, territory));
                if (territoryTail != null) {
                    territoryTail.onProjected(position);
                }
            }
        });
    }

    /** Polls the checkpoints, because the projections of other nodes do not signal this node. */
    private void pollCheckpoints() {
        if (tails.isEmpty() || !isPolling.compareAndSet(false, true)) {
            return;
        }
        checkpointRepository
                .checkpoints(tails.keySet().stream().map(TailKey::territory).collect(Collectors.toSet()))
                .onTermination()
                .invoke(() -> isPolling.set(false))
                .subscribe()
                .with(this::onCheckpoints, this::onPollFailed);
    }

    private void onCheckpoints(Map<String, Long> followed) {
        isPollFailing = false;
        projectionTracker.recordRemotePositions(followed);
        onProjected(followed);
    }

    /** Logs a failed poll. Further failures are not logged until a poll succeeds. */
    private void onPollFailed(Throwable failure) {
        if (!isPollFailing) {
            LOG.warnf("Could not read the checkpoints for streams: %s", failure.getMessage());
        }
        isPollFailing = true;
    }

    private void checkStreams() {
        long now = System.nanoTime();
        for (var eventStream : open) {
            eventStream.requestHeartbeat(now, limits.heartbeat());
            if (eventStream.isStuck(now, limits.patience())) {
                dropped.increment(eventStream.drop() ? 1 : 0);
            }
        }
    }
}
