package org.bitacora.api.assembly;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.eventlog.postgres.CallerContext;
import org.bitacora.projections.follow.Follower;
import org.bitacora.projections.follow.Positions;
import org.bitacora.projections.follow.Positions.Reached;
import org.bitacora.projections.follow.Projector;

/** Keeps the logs followed, and knows how far: at the most a second late, unless asked to look. */
@Singleton
public class Following {

    private static final Duration STALE = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(4);
    private static final int LOOKS = 1_250;

    private final Positions positions;
    private final Follower follower;
    private final Cache<String, Reached> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(STALE).build();

    Following(Projector projector, Positions positions) {
        this.positions = positions;
        this.follower = new Follower(projector, this::moved);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    private void moved(Map<String, Long> territories) {
        territories.keySet().forEach(known::invalidate);
    }

    /** Something was appended to those logs. */
    public void wake(Set<String> territories) {
        follower.wake(territories);
    }

    /** Forgets what was known: after a repair or a rebuild. */
    public void forget() {
        known.invalidateAll();
    }

    /** Where following a log stands, at the most a second ago; empty where there is no such log. */
    public Uni<Optional<Reached>> reached(String territory) {
        var fresh = known.getIfPresent(territory);
        return fresh == null ? look(territory) : Uni.createFrom().item(Optional.of(fresh));
    }

    /** Where it stands once it has come to a position; empty where it has not within five seconds. */
    public Uni<Optional<Reached>> reached(String territory, long position) {
        return CallerContext.returning(() -> wait(territory, position));
    }

    private Uni<Optional<Reached>> wait(String territory, long position) {
        return look(territory)
                .onItem()
                .delayIt()
                .until(reached ->
                        reached.filter(it -> it.position() >= position).isPresent()
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().failure(new NotYet()))
                .onFailure(NotYet.class)
                .retry()
                .withBackOff(LOOK_AGAIN, LOOK_AGAIN.multipliedBy(4))
                .atMost(LOOKS)
                .ifNoItem()
                .after(Duration.ofSeconds(5))
                .recoverWithItem(Optional::empty)
                .onFailure(NotYet.class)
                .recoverWithItem(Optional::empty);
    }

    private Uni<Optional<Reached>> look(String territory) {
        return positions.reached(territory).invoke(reached -> reached.ifPresent(it -> known.put(territory, it)));
    }

    private static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet() {
            super("Not yet", null, false, false);
        }
    }
}
