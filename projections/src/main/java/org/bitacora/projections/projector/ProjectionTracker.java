package org.bitacora.projections.projector;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.projections.projector.CheckpointRepository.Checkpoint;

/** Keeps the logs followed, and knows how far: at the most a second late, unless asked to look. */
public final class ProjectionTracker implements AutoCloseable {

    private static final Duration STALE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CheckpointRepository checkpointRepository;
    private final ProjectorLoop projectorLoop;
    private final PositionWaiters positionWaiters = new PositionWaiters();
    private final List<Consumer<Map<String, Long>>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Set<String>>> appendListeners = new CopyOnWriteArrayList<>();
    private final Cache<String, Checkpoint> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(STALE).build();

    /** How far logs have been followed at least: what was looked up before that and arrives after it is not remembered. */
    private final Cache<String, Long> minimumPositions =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(PATIENCE).build();

    /** Tracks what that projector does. It does nothing before it is started. */
    public ProjectionTracker(Projector projector, CheckpointRepository checkpointRepository) {
        this.checkpointRepository = checkpointRepository;
        this.projectorLoop = new ProjectorLoop(projector, this::notifyProjected);
    }

    /** Starts to project what is appended. */
    public void start() {
        projectorLoop.start();
    }

    /** Finishes the pass in hand and stops. */
    @Override
    public void close() {
        projectorLoop.close();
    }

    private void notifyProjected(Map<String, Long> territories) {
        if (territories.isEmpty()) {
            return; // a look that found nothing wakes nobody
        }
        territories.forEach((territory, position) -> minimumPositions.asMap().merge(territory, position, Math::max));
        known.invalidateAll(territories.keySet());
        positionWaiters.completeWaiters(territories.keySet());
        listeners.forEach(it -> it.accept(territories));
    }

    /** Who is told how far each log has come that was followed here, after every commit: they must not take long. */
    public void onProjected(Consumer<Map<String, Long>> listener) {
        listeners.add(listener);
    }

    /** Other nodes have followed logs that far. */
    public void recordRemotePositions(Map<String, Long> territories) {
        territories.forEach((territory, position) -> minimumPositions.asMap().merge(territory, position, Math::max));
        territories.forEach((territory, position) -> known.asMap()
                .computeIfPresent(territory, (_, checkpoint) -> checkpoint.position() < position ? null : checkpoint));
    }

    /** Something was appended to those logs. */
    public void wakeProjector(Set<String> territories) {
        projectorLoop.wake(territories);
        appendListeners.forEach(it -> it.accept(territories));
    }

    /** Who is told which logs something was appended to here: they must not take long. */
    public void onAppended(Consumer<Set<String>> listener) {
        appendListeners.add(listener);
    }

    /** Forgets what was known: after a repair or a rebuild. */
    public void invalidateKnownPositions() {
        known.invalidateAll();
    }

    /** Where following a log stands, at the most a second ago; empty where there is no such log. */
    public Uni<Optional<Checkpoint>> findCheckpoint(String territory) {
        var fresh = known.getIfPresent(territory);
        return fresh == null ? readPosition(territory) : Uni.createFrom().item(Optional.of(fresh));
    }

    /** Where it stands once it has come to a position; empty where it has not within five seconds. */
    public Uni<Optional<Checkpoint>> awaitPosition(String territory, long position) {
        return CallerContext.emitOnCallerContext(() -> awaitUntil(territory, position));
    }

    private Uni<Optional<Checkpoint>> awaitUntil(String territory, long position) {
        return Multi.createBy()
                .repeating()
                .uni(() -> lookOrAwaitNextMove(territory, position))
                .whilst(reached -> !hasReached(reached, position))
                .collect()
                .last()
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Optional.empty());
    }

    /** Where it stands; told at once where it has come there, else after it has moved. */
    private Uni<Optional<Checkpoint>> lookOrAwaitNextMove(String territory, long position) {
        return Uni.createFrom().deferred(() -> {
            var moved = positionWaiters.awaitNextMove(territory);
            return readPosition(territory).flatMap(reached -> {
                if (hasReached(reached, position)) {
                    return Uni.createFrom().item(reached);
                }
                projectorLoop.prioritize(territory);
                return moved.replaceWith(reached);
            });
        });
    }

    private static boolean hasReached(Optional<Checkpoint> reached, long position) {
        return reached.filter(it -> it.position() >= position).isPresent();
    }

    private Uni<Optional<Checkpoint>> readPosition(String territory) {
        return checkpointRepository
                .find(territory)
                .invoke(reached -> reached.ifPresent(it -> cachePosition(territory, it)));
    }

    /** Unless it was followed further meanwhile. */
    private void cachePosition(String territory, Checkpoint looked) {
        known.asMap()
                .compute(territory, (_, before) -> looked.position() < minimumPosition(territory) ? before : looked);
    }

    private long minimumPosition(String territory) {
        var position = minimumPositions.getIfPresent(territory);
        return position == null ? 0 : position;
    }
}
