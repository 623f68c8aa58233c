package org.bitacora.application;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.bitacora.eventlog.postgres.CallerContext;

/** Makes a thing once for all who ask for it at the same time, and remembers it; what failed is made anew. */
public final class Once<K, V> {

    private final AsyncCache<K, V> made;

    /** Remembers within those limits. */
    public Once(Caffeine<? super K, ? super V> limits) {
        this.made = limits.buildAsync();
    }

    /** The thing of that name. Whoever goes away takes it from nobody else: each waits for a copy. */
    public Uni<V> of(K key, Supplier<Uni<V>> make) {
        return CallerContext.returning(() -> Uni.createFrom()
                .completionStage(() -> made.get(key, (_, _) -> make.get().subscribeAsCompletionStage())
                        .copy()));
    }
}
