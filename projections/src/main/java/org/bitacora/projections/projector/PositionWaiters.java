package org.bitacora.projections.projector;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Tells those who wait for a log to be followed that it was, a little at least: they look for themselves how far. */
final class PositionWaiters {

    /** What another node has followed is not told here. */
    private static final Duration LOOK_ANYWAY = Duration.ofMillis(50);

    private final Map<String, CompletableFuture<Void>> moves = new ConcurrentHashMap<>();

    /** Whether it moved, after its next move from now on; to be asked for before one looks, so that none is missed. */
    Uni<Boolean> awaitNextMove(String territory) {
        var move = moves.computeIfAbsent(territory, _ -> new CompletableFuture<>());
        return Uni.createFrom()
                .completionStage(move.copy())
                .emitOn(Infrastructure.getDefaultExecutor())
                .replaceWith(true)
                .ifNoItem()
                .after(LOOK_ANYWAY)
                .recoverWithItem(() -> {
                    moves.remove(territory, move); // or what nobody ever appends to would be kept for ever
                    return false;
                });
    }

    /** Those logs were followed. */
    void completeWaiters(Collection<String> territories) {
        for (var territory : territories) {
            var waited = moves.remove(territory);
            if (waited != null) {
                waited.complete(null);
            }
        }
    }
}
