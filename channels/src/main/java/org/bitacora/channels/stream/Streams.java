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
import org.bitacora.application.request.ProblemException;
import org.bitacora.eventlog.EventLog;
import org.bitacora.http.Json;
import org.bitacora.projections.indicator.change.Changes;
import org.bitacora.projections.projector.Following;
import org.bitacora.projections.projector.Positions;
import org.jboss.logging.Logger;

/** All streams that are open here, and the logs that they tell of. */
@Singleton
class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);
    private static final long LOOK_MILLIS = 200;
    private static final long CHECK_MILLIS = 1_000;

    private final Following following;
    private final Positions positions;
    private final EventLog log;
    private final Changes changes;
    private final Json json;
    private final Vertx vertx;
    private final StreamLimits limits;
    private final Counter dropped;
    private final Map<Of, Tail> tails = new ConcurrentHashMap<>();
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private volatile boolean isStopped;
    private volatile boolean isBlind;

    Streams(
            Following following,
            Positions positions,
            EventLog log,
            Changes changes,
            Json json,
            Vertx vertx,
            StreamLimits limits,
            MeterRegistry meters) {
        this.following = following;
        this.positions = positions;
        this.log = log;
        this.changes = changes;
        this.json = json;
        this.vertx = vertx;
        this.limits = limits;
        this.dropped = Counter.builder("bitacora.streams.dropped")
                .description("Streams whose readers did not read")
                .register(meters);
        meters.gauge("bitacora.streams.open", open, Set::size);
    }

    /** What is told. */
    enum Topic {
        /** Entries. */
        LOG,
        /** Figures that moved. */
        OBSERVATIONS
    }

    private record Of(Topic topic, String territory) {}

    private Tail tail(Of of, long end) {
        return switch (of.topic()) {
            case LOG -> new LogTail(of.territory(), end, log, json);
            case OBSERVATIONS -> new FigureTail(of.territory(), end, changes, json);
        };
    }

    void start(@Observes StartupEvent event) {
        following.onMoved(this::moved);
        vertx.setPeriodic(LOOK_MILLIS, _ -> look());
        vertx.setPeriodic(CHECK_MILLIS, _ -> check());
    }

    /** Before requests are waited for: a stream would never end by itself. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        end();
    }

    void stop(@Observes ShutdownEvent event) {
        end();
    }

    /** What is on its way to a reader that does not read would be waited for in vain. */
    private void end() {
        isStopped = true;
        for (var stream : open) {
            stream.end();
            if (!stream.isWaiting()) {
                stream.drop();
            }
        }
    }

    /**
     * Opens a stream; while this node stops, one that ends at once, so that its reader comes back later.
     *
     * @param topic what it tells
     * @param from after which position each log is told
     * @param followed how far each has been followed
     * @throws ProblemException 503 where too many are open
     */
    void open(Stream stream, Topic topic, Map<String, Long> from, Map<String, Long> followed) {
        if (open.size() >= limits.most()) {
            throw ProblemException.later("Too many streams are open.");
        }
        from.forEach((territory, position) -> {
            long end = followed.getOrDefault(territory, 0L);
            var tail = tails.compute(new Of(topic, territory), (of, known) -> {
                var told = known == null ? tail(of, end) : known;
                told.add(stream);
                return told;
            });
            stream.tell(tail, position);
            tail.moved(end);
        });
        open.add(stream);
        if (isStopped) {
            stream.end();
        }
    }

    /** The reader has gone. */
    void close(Stream stream) {
        open.remove(stream);
        for (var of : List.copyOf(tails.keySet())) {
            tails.computeIfPresent(
                    of, (_, known) -> stream.tails().contains(known) && known.remove(stream) ? null : known);
        }
    }

    private void moved(Map<String, Long> territories) {
        territories.forEach((territory, position) -> {
            for (var topic : Topic.values()) {
                var tail = tails.get(new Of(topic, territory));
                if (tail != null) {
                    tail.moved(position);
                }
            }
        });
    }

    /** What other nodes have followed is told nobody here. */
    private void look() {
        if (tails.isEmpty() || !isLooking.compareAndSet(false, true)) {
            return;
        }
        positions
                .checkpoints(tails.keySet().stream().map(Of::territory).collect(Collectors.toSet()))
                .onTermination()
                .invoke(() -> isLooking.set(false))
                .subscribe()
                .with(this::looked, this::failed);
    }

    private void looked(Map<String, Long> followed) {
        isBlind = false;
        following.learn(followed);
        moved(followed);
    }

    /** Told once, however long it lasts. */
    private void failed(Throwable failure) {
        if (!isBlind) {
            LOG.warnf("How far logs were followed could not be looked up: %s", failure.getMessage());
        }
        isBlind = true;
    }

    private void check() {
        long now = System.nanoTime();
        for (var stream : open) {
            stream.beat(now, limits.heartbeat());
            if (stream.isStuck(now, limits.patience())) {
                dropped.increment(stream.drop() ? 1 : 0);
            }
        }
    }
}
