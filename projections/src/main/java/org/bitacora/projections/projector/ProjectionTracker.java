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

/** Runs the projector loop and caches the checkpoints of territories for at most one second. */
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

    /** Positions that logs have reached at least: an older checkpoint that a concurrent query returns later is not cached. */
    private final Cache<String, Long> minimumPositions =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(PATIENCE).build();

    /** Creates a tracker for a projector. It is idle until it is started. */
    public ProjectionTracker(Projector projector, CheckpointRepository checkpointRepository) {
        this.checkpointRepository = checkpointRepository;
        this.projectorLoop = new ProjectorLoop(projector, this::notifyProjected);
    }

    /** Starts the projector loop. */
    public void start() {
        projectorLoop.start();
    }

    /** Finishes the current pass and stops the loop. */
    @Override
    public void close() {
        projectorLoop.close();
    }

    private void notifyProjected(Map<String, Long> territories) {
        if (territories.isEmpty()) {
            return; // a pass without entries notifies nobody
        }
        territories.forEach((territory, position) -> minimumPositions.asMap().merge(territory, position, Math::max));
        known.invalidateAll(territories.keySet());
        positionWaiters.completeWaiters(territories.keySet());
        listeners.forEach(it -> it.accept(territories));
    }

    /** Registers a listener that receives the new checkpoints after every commit of this node. It must return quickly. */
    public void onProjected(Consumer<Map<String, Long>> listener) {
        listeners.add(listener);
    }

    /** Records checkpoints that other nodes have reached. */
    public void recordRemotePositions(Map<String, Long> territories) {
        territories.forEach((territory, position) -> minimumPositions.asMap().merge(territory, position, Math::max));
        territories.forEach((territory, position) -> known.asMap()
                .computeIfPresent(territory, (_, checkpoint) -> checkpoint.position() < position ? null : checkpoint));
    }

    /** Wakes the projector for logs that have new entries, and notifies the append listeners. */
    public void wakeProjector(Set<String> territories) {
        projectorLoop.wake(territories);
        appendListeners.forEach(it -> it.accept(territories));
    }

    /** Registers a listener that receives the territories of this node's appends. It must return quickly. */
    public void onAppended(Consumer<Set<String>> listener) {
        appendListeners.add(listener);
    }

    /** Clears the cached checkpoints, after a repair or a rebuild. */
    public void invalidateKnownPositions() {
        known.invalidateAll();
    }

    /** Returns the checkpoint of a territory, at most one second old; empty if the territory has no log. */
    public Uni<Optional<Checkpoint>> findCheckpoint(String territory) {
        var fresh = known.getIfPresent(territory);
        return fresh == null ? readPosition(territory) : Uni.createFrom().item(Optional.of(fresh));
    }

    /** Returns the checkpoint once it has reached a position; empty after five seconds. */
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

    /** Returns the checkpoint: immediately if it has reached the position, otherwise after the checkpoint's next advance. */
    private Uni<Optional<Checkpoint>> lookOrAwaitNextMove(String territory, long position) {
        return Uni.createFrom().deferred(() -> {
            var nextMove = positionWaiters.awaitNextMove(territory);
            return readPosition(territory).flatMap(reached -> {
                if (hasReached(reached, position)) {
                    return Uni.createFrom().item(reached);
                }
                projectorLoop.prioritize(territory);
                return nextMove.replaceWith(reached);
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

    /** Caches a checkpoint unless the log is known to have advanced further. */
    private void cachePosition(String territory, Checkpoint checkpoint) {
        known.asMap()
                .compute(
                        territory,
                        (_, before) -> checkpoint.position() < minimumPosition(territory) ? before : checkpoint);
    }

    private long minimumPosition(String territory) {
        var position = minimumPositions.getIfPresent(territory);
        return position == null ? 0 : position;
    }
}
