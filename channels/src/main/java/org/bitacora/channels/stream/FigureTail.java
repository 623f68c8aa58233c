package org.bitacora.channels.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.bitacora.http.Json;
import org.bitacora.projections.indicator.change.Changes;

/**
 * The figures of a territory that move. What changed between two positions is computed once, however many stand at the first
 * of them; while it is, more may come, which is told in one step after it.
 */
final class FigureTail extends Tail {

    private static final int STRETCH = 1_000;
    private static final int KEPT = 16;

    private final Changes changes;
    private final Json json;
    private final Cache<Long, Uni<List<Told>>> computed = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private long followed;

    FigureTail(String territory, long followed, Changes changes, Json json) {
        super(territory);
        this.followed = followed;
        this.changes = changes;
        this.json = json;
    }

    @Override
    synchronized long told() {
        return followed;
    }

    @Override
    void moved(long position) {
        if (isNews(position)) {
            wake();
        }
    }

    private synchronized boolean isNews(long position) {
        boolean isNews = position > followed;
        followed = Math.max(followed, position);
        return isNews;
    }

    @Override
    Uni<List<Told>> after(long position) {
        return position >= told()
                ? Uni.createFrom().item(List.of())
                : computed.get(position, this::compute).onFailure().invoke(() -> computed.invalidate(position));
    }

    private Uni<List<Told>> compute(long position) {
        long to = Math.min(told(), position + STRETCH);
        return changes.between(territory(), position, to)
                .map(found -> Told.of(territory(), to, found, json))
                .memoize()
                .indefinitely();
    }
}
