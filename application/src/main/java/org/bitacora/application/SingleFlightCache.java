package org.bitacora.application;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.bitacora.eventlog.postgres.CallerContext;

/** Makes a thing once for all who ask for it at the same time, and remembers it; what failed is made anew. */
public final class SingleFlightCache<K, V> {

    private final AsyncCache<K, V> cache;

    /** Remembers within those limits. */
    public SingleFlightCache(Caffeine<? super K, ? super V> limits) {
        this.cache = limits.buildAsync();
    }

    /** The thing of that name. Whoever goes away takes it from nobody else: each waits for a copy. */
    public Uni<V> get(K key, Supplier<Uni<V>> make) {
        return CallerContext.emitOnCallerContext(() -> Uni.createFrom()
                .completionStage(() -> cache.get(key, (_, _) -> make.get().subscribeAsCompletionStage())
                        .copy()));
    }
}
