package org.bitacora.projections.projector;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Notifies callers that a log's checkpoint has advanced. Callers then read the checkpoint themselves. */
final class PositionWaiters {

    /** The timeout of a wait: this node is not notified of passes of other nodes. */
    private static final Duration TIMEOUT = Duration.ofMillis(50);

    private final Map<String, CompletableFuture<Void>> moves = new ConcurrentHashMap<>();

    /**
     * Returns true after the next advance of the territory's checkpoint, or false after a timeout. Callers call this method
     * before they read the checkpoint, so that no advance is missed.
     */
    Uni<Boolean> awaitNextMove(String territory) {
        var move = moves.computeIfAbsent(territory, _ -> new CompletableFuture<>());
        return Uni.createFrom()
                .completionStage(move.copy())
                .emitOn(Infrastructure.getDefaultExecutor())
                .replaceWith(true)
                .ifNoItem()
                .after(TIMEOUT)
                .recoverWithItem(() -> {
                    moves.remove(territory, move); // otherwise the map would keep logs without appends forever
                    return false;
                });
    }

    /** Completes the waits for territories whose checkpoints have advanced. */
    void completeWaiters(Collection<String> territories) {
        for (var territory : territories) {
            var move = moves.remove(territory);
            if (move != null) {
                move.complete(null);
            }
        }
    }
}
