package org.bitacora.channels.webhook;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bitacora.channels.webhook.DeliveryResponse.DeliveryAttempt;
import org.jspecify.annotations.Nullable;

/** Lists, replays and cancels the deliveries of subscriptions. */
@Singleton
class DeliveryRepository {

    private static final String LIST = """
            select d.number, d.id, d.territory, d.after, d.position, d.state, d.created_at, d.ended_at, d.due_at, d.attempts,
                   null as body, a.at, a.status, a.problem, a.took_ms
            from webhook_delivery d
            left join lateral
                (select * from webhook_attempt a where a.delivery = d.id order by at desc limit 1) a on true
            where d.subscription = $1 and ($2::text is null or d.state = $2) and ($3::text is null or d.territory = $3)
                and ($4::bigint is null or d.number < $4)
            order by d.number desc limit $5""";

    private static final String FIND = """
            select d.number, d.id, d.territory, d.after, d.position, d.state, d.created_at, d.ended_at, d.due_at, d.attempts,
                   d.body, a.at, a.status, a.problem, a.took_ms
            from webhook_delivery d left join webhook_attempt a on a.delivery = d.id
            where d.subscription = $1 and d.id = $2 order by a.at desc""";

    /**
     * Replays a delivery: a waiting message becomes due immediately; any other message is sent again with the same id.
     */
    private static final String REPLAY = """
            update webhook_delivery set is_replay = is_replay or state <> 'waiting', state = 'waiting', attempts = 0,
                due_at = now(), ended_at = null
            where subscription = $1 and id = $2""";

    private static final String CANCEL = """
            update webhook_delivery set state = 'cancelled', ended_at = now()
            where subscription = $1 and id = $2 and state = 'waiting'""";

    private final Pool pool;
    private final DeliverySignals deliverySignals;

    DeliveryRepository(WebhookConnections connections, DeliverySignals deliverySignals) {
        this.pool = connections.pool();
        this.deliverySignals = deliverySignals;
    }

    /** A query for deliveries before a number, newest first. */
    record DeliveryQuery(Optional<String> state, Optional<String> territory, Optional<Long> beforeNumber, int limit) {}

    /** A delivery with its number in creation order. */
    record NumberedDelivery(long number, DeliveryResponse response) {}

    Uni<List<NumberedDelivery>> list(String subscription, DeliveryQuery deliveryQuery) {
        var values = Tuple.tuple()
                .addString(subscription)
                .addString(deliveryQuery.state().orElse(null))
                .addString(deliveryQuery.territory().orElse(null))
                .addLong(deliveryQuery.beforeNumber().orElse(null))
                .addInteger(deliveryQuery.limit());
        return query(LIST, values).map(rows -> stream(rows)
                .map(row -> toNumberedDelivery(row, attempts(List.of(row))))
                .toList());
    }

    Uni<Optional<DeliveryResponse>> find(String subscription, String id) {
        return query(FIND, Tuple.of(subscription, id)).map(rows -> {
            var all = stream(rows).toList();
            return all.stream().findFirst().map(first -> toNumberedDelivery(first, attempts(all))
                    .response());
        });
    }

    /** Replays a delivery. Returns whether it exists. */
    Uni<Boolean> replay(String subscription, String id) {
        return updateState(REPLAY, subscription, id)
                .invoke(() -> deliverySignals.deliverySignal().signal());
    }

    /** Cancels a delivery. Returns whether it was waiting. */
    Uni<Boolean> cancel(String subscription, String id) {
        return updateState(CANCEL, subscription, id).invoke(() -> deliverySignals.signalTerritories(Set.of()));
    }

    private Uni<Boolean> updateState(String sql, String subscription, String id) {
        return query(sql, Tuple.of(subscription, id)).map(rows -> rows.rowCount() > 0);
    }

    private Uni<RowSet<Row>> query(String sql, Tuple values) {
        return Uni.createFrom()
                .deferred(() -> UniHelper.toUni(pool.preparedQuery(sql).execute(values)));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static List<DeliveryAttempt> attempts(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.getOffsetDateTime("at") != null)
                .map(row -> new DeliveryAttempt(
                        row.getOffsetDateTime("at").toInstant(),
                        row.getInteger("status"),
                        row.getString("problem"),
                        row.getInteger("took_ms")))
                .toList();
    }

    private static NumberedDelivery toNumberedDelivery(Row row, List<DeliveryAttempt> attempts) {
        boolean waits = "waiting".equals(row.getString("state"));
        return new NumberedDelivery(
                row.getLong("number"),
                new DeliveryResponse(
                        row.getString("id"),
                        row.getString("territory"),
                        row.getLong("after"),
                        row.getLong("position"),
                        row.getString("state"),
                        row.getOffsetDateTime("created_at").toInstant(),
                        instant(row.getOffsetDateTime("ended_at")),
                        waits ? instant(row.getOffsetDateTime("due_at")) : null,
                        attempts,
                        row.getString("body")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
