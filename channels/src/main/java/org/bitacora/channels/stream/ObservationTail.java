package org.bitacora.channels.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.bitacora.http.JsonRenderer;
import org.bitacora.projections.indicator.change.ChangeDetector;

/**
 * The changed observations of a territory for all streams. The changes since a position are computed once for all
 * streams at that position. Changes that occur during the computation are computed together in the next step.
 */
final class ObservationTail extends TerritoryTail {

    private static final int STRETCH = 1_000;
    private static final int KEPT = 16;

    private final ChangeDetector changeDetector;
    private final JsonRenderer jsonRenderer;
    private final Cache<Long, Uni<List<StreamEvent>>> computed = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private long projectedPosition;

    ObservationTail(String territory, long followed, ChangeDetector changeDetector, JsonRenderer jsonRenderer) {
        super(territory);
        this.projectedPosition = followed;
        this.changeDetector = changeDetector;
        this.jsonRenderer = jsonRenderer;
    }

    @Override
    synchronized long lastPosition() {
        return projectedPosition;
    }

    @Override
    void onProjected(long position) {
        if (advanceTo(position)) {
            wakeStreams();
        }
    }

    private synchronized boolean advanceTo(long position) {
        boolean isNews = position > projectedPosition;
        projectedPosition = Math.max(projectedPosition, position);
        return isNews;
    }

    @Override
    Uni<List<StreamEvent>> eventsAfter(long position) {
        return position >= lastPosition()
                ? Uni.createFrom().item(List.of())
                : computed.get(position, this::compute).onFailure().invoke(() -> computed.invalidate(position));
    }

    private Uni<List<StreamEvent>> compute(long position) {
        long to = Math.min(lastPosition(), position + STRETCH);
        return changeDetector
                .findChanges(territory(), position, to)
                .map(found -> StreamEvent.of(territory(), to, found, jsonRenderer))
                .memoize()
                .indefinitely();
    }
}
