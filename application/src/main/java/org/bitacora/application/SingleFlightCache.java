package org.bitacora.application;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.bitacora.eventlog.postgres.CallerContext;

/**
 * A cache that computes a value once for all concurrent requests for its key. A failed computation is not cached; the
 * next request computes the value again.
 */
public final class SingleFlightCache<K, V> {

    private final AsyncCache<K, V> cache;

    /** Creates a cache with the given limits. */
    public SingleFlightCache(Caffeine<? super K, ? super V> limits) {
        this.cache = limits.buildAsync();
    }

    /**
     * Returns the value of the key, computing it with {@code make} if necessary. Cancelling one subscription does not
     * cancel the computation for the others.
     */
    public Uni<V> get(K key, Supplier<Uni<V>> make) {
        return CallerContext.emitOnCallerContext(() -> Uni.createFrom()
                .completionStage(() -> cache.get(key, (_, _) -> make.get().subscribeAsCompletionStage())
                        .copy()));
    }
}
