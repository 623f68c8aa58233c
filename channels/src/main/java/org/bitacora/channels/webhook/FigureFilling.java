package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bitacora.channels.message.FigureTold;
import org.bitacora.http.Json;
import org.bitacora.projections.indicator.change.Change;
import org.bitacora.projections.indicator.change.Changes;
import org.bitacora.projections.indicator.change.Unhurried;
import org.bitacora.projections.projector.Await;
import org.bitacora.projections.relay.Aside;
import org.bitacora.projections.relay.RelayTransaction;
import org.bitacora.projections.worker.Work;

/** Puts values that moved into messages. All who stand at the same place of a log are told what is computed once. */
@Singleton
class FigureFilling implements Work {

    private static final int STRETCH = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Pool pool;
    private final Changes changes;
    private final Json json;
    private final Bells bells;
    private final Aside aside = new Aside();

    FigureFilling(WebhookConnections connections, Unhurried unhurried, Json json, Bells bells) {
        this.pool = connections.pool();
        this.changes = unhurried.changes();
        this.json = json;
        this.bells = bells;
    }

    @Override
    public String name() {
        return "webhook-observations";
    }

    @Override
    public void run(Going going) throws InterruptedException {
        var leisure = bells.observations();
        var founding = new Founding(pool, Subscription.OBSERVATIONS);
        while (going.on()) {
            long begin = System.nanoTime();
            boolean isMore = founding.isWanted() && RelayTransaction.in(pool, this::pass);
            going.well();
            if (isMore) {
                bells.deliveries().ring();
            }
            leisure.rest(isMore, begin);
        }
    }

    private boolean pass(SqlConnection connection) {
        var first = claim(connection, FillingSql.CLAIM_ONE, Tuple.of(Subscription.OBSERVATIONS, aside.names()));
        return first.stream().findFirst().filter(it -> tell(connection, it)).isPresent();
    }

    private static List<Place> claim(SqlConnection connection, String sql, Tuple values) {
        return Place.of(Await.get(connection.preparedQuery(sql).execute(values)));
    }

    /** Whether there was anything to tell yet: another node may have told it before it was locked. */
    private boolean tell(SqlConnection connection, Place first) {
        var beside = Tuple.of(Subscription.OBSERVATIONS, first.territory(), first.position());
        var places = claim(connection, FillingSql.CLAIM_BESIDE, beside);
        if (places.isEmpty()) {
            return false;
        }
        long position = Math.min(first.followed(), first.position() + STRETCH);
        var moved = computed(first, position);
        var recorded = recorded(connection, first.territory(), position);
        var filled = new Filled(connection, json);
        places.forEach(place -> filled.tell(place, position, message(place, position, recorded, moved)));
        filled.settle();
        return true;
    }

    private List<Change> computed(Place place, long position) {
        try {
            return changes.between(place.territory(), place.position(), position).await().atMost(PATIENCE).stream()
                    .filter(Change::isNews)
                    .toList();
        } catch (RuntimeException e) {
            aside.put(place.territory());
            throw new IllegalStateException("The figures of " + place.territory() + " could not be compared", e);
        }
    }

    private static Instant recorded(SqlConnection connection, String territory, long position) {
        var rows = Await.get(connection.preparedQuery(FillingSql.RECORDED).execute(Tuple.of(territory, position)));
        return rows.iterator().next().getOffsetDateTime(0).toInstant();
    }

    private static Optional<Message> message(Place place, long position, Instant recorded, List<Change> moved) {
        var wanted = moved.stream()
                .filter(it -> place.wants(it.definition().code()))
                .map(it -> FigureTold.of(place.territory(), it, position))
                .toList();
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(Message.OfObservations.of(
                        recorded, Message.FiguresTold.of(place.territory(), place.position(), position, wanted)));
    }
}
