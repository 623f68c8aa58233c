package org.bitacora.application.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Stores API keys. A node caches a key for two seconds, so a revocation takes up to two seconds to take effect on other
 * nodes.
 */
@Singleton
public class AccessKeyRepository {

    private final Mutiny.SessionFactory sessions;
    private final InstantSource clock;
    private final Cache<String, Optional<Caller>> callers = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    AccessKeyRepository(Mutiny.SessionFactory sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A key that was just created. This is the only time that the key itself is available. */
    public record CreatedAccessKey(AccessKey stored, String key) {}

    public Uni<CreatedAccessKey> create(AccessKey wanted) {
        var key = AccessSecret.generate();
        wanted.id = UUID.randomUUID().toString();
        wanted.hash = AccessSecret.hash(key);
        wanted.createdAt = clock.instant();
        return sessions.withTransaction(session -> session.persist(wanted))
                .replaceWith(() -> new CreatedAccessKey(wanted, key));
    }

    public Uni<List<AccessKey>> findActive() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from AccessKey where revokedAt is null order by createdAt, id", AccessKey.class)
                .getResultList());
    }

    public Uni<Boolean> revoke(String id) {
        return sessions.withTransaction(
                        session -> session.find(AccessKey.class, id).map(key -> {
                            if (key == null || key.revokedAt != null) {
                                return false;
                            }
                            key.revokedAt = clock.instant();
                            return true;
                        }))
                .invoke(() -> callers.invalidateAll());
    }

    /** Returns the caller that the key identifies; empty if the key is unknown or revoked. */
    public Uni<Optional<Caller>> findCaller(String key) {
        var hash = AccessSecret.hash(key);
        var known = callers.getIfPresent(hash);
        return known == null
                ? loadCaller(hash).invoke(caller -> callers.put(hash, caller))
                : Uni.createFrom().item(known);
    }

    private Uni<Optional<Caller>> loadCaller(String hash) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from AccessKey where hash = :hash and revokedAt is null", AccessKey.class)
                .setParameter("hash", hash)
                .getSingleResultOrNull()
                .map(key -> Optional.ofNullable(key).map(AccessKey::toCaller)));
    }
}
