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
import org.bitacora.projections.projector.Positions.Reached;

/** Keeps the logs followed, and knows how far: at the most a second late, unless asked to look. */
public final class Following implements AutoCloseable {

    private static final Duration STALE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Positions positions;
    private final Follower follower;
    private final Arrivals arrivals = new Arrivals();
    private final List<Consumer<Map<String, Long>>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Set<String>>> appendListeners = new CopyOnWriteArrayList<>();
    private final Cache<String, Reached> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(STALE).build();

    /** How far logs have been followed at least: what was looked up before that and arrives after it is not remembered. */
    private final Cache<String, Long> least =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(PATIENCE).build();

    /** Tracks what that projector does. It does nothing before it is started. */
    public Following(Projector projector, Positions positions) {
        this.positions = positions;
        this.follower = new Follower(projector, this::moved);
    }

    /** Starts to project what is appended. */
    public void start() {
        follower.start();
    }

    /** Finishes the pass in hand and stops. */
    @Override
    public void close() {
        follower.close();
    }

    private void moved(Map<String, Long> territories) {
        if (territories.isEmpty()) {
            return; // a look that found nothing wakes nobody
        }
        territories.forEach((territory, position) -> least.asMap().merge(territory, position, Math::max));
        known.invalidateAll(territories.keySet());
        arrivals.moved(territories.keySet());
        listeners.forEach(it -> it.accept(territories));
    }

    /** Who is told how far each log has come that was followed here, after every commit: they must not take long. */
    public void onMoved(Consumer<Map<String, Long>> listener) {
        listeners.add(listener);
    }

    /** Other nodes have followed logs that far. */
    public void learn(Map<String, Long> territories) {
        territories.forEach((territory, position) -> least.asMap().merge(territory, position, Math::max));
        territories.forEach((territory, position) -> known.asMap()
                .computeIfPresent(territory, (_, reached) -> reached.position() < position ? null : reached));
    }

    /** Something was appended to those logs. */
    public void wake(Set<String> territories) {
        follower.wake(territories);
        appendListeners.forEach(it -> it.accept(territories));
    }

    /** Who is told which logs something was appended to here: they must not take long. */
    public void onAppended(Consumer<Set<String>> listener) {
        appendListeners.add(listener);
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
        return Multi.createBy()
                .repeating()
                .uni(() -> attempt(territory, position))
                .whilst(reached -> !hasCome(reached, position))
                .collect()
                .last()
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Optional.empty());
    }

    /** Where it stands; told at once where it has come there, else after it has moved. */
    private Uni<Optional<Reached>> attempt(String territory, long position) {
        return Uni.createFrom().deferred(() -> {
            var moved = arrivals.next(territory);
            return look(territory).flatMap(reached -> {
                if (hasCome(reached, position)) {
                    return Uni.createFrom().item(reached);
                }
                follower.ask(territory);
                return moved.replaceWith(reached);
            });
        });
    }

    private static boolean hasCome(Optional<Reached> reached, long position) {
        return reached.filter(it -> it.position() >= position).isPresent();
    }

    private Uni<Optional<Reached>> look(String territory) {
        return positions.reached(territory).invoke(reached -> reached.ifPresent(it -> remember(territory, it)));
    }

    /** Unless it was followed further meanwhile. */
    private void remember(String territory, Reached looked) {
        known.asMap().compute(territory, (_, before) -> looked.position() < atLeast(territory) ? before : looked);
    }

    private long atLeast(String territory) {
        var position = least.getIfPresent(territory);
        return position == null ? 0 : position;
    }
}
