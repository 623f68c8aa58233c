package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bitacora.channels.message.EntryTold;
import org.bitacora.http.Json;
import org.bitacora.projections.projector.Await;
import org.bitacora.projections.relay.RelayTransaction;
import org.bitacora.projections.worker.Work;
import org.jspecify.annotations.Nullable;

/**
 * Puts new entries of logs into messages for those who subscribe to them: one where a lone one comes, up to a hundred where
 * more came while the message before was on its way.
 */
@Singleton
class LogFilling implements Work {

    private static final long POLL_MILLIS = 500;
    private static final long GATHER_MILLIS = 8;
    private static final int PLACES = 100;
    private static final int ENTRIES = 100;
    private static final int LOOKED_THROUGH = 10_000;

    private final Pool pool;
    private final Json json;
    private final Bells bells;
    private long lookedAtAll = System.nanoTime();

    LogFilling(WebhookConnections connections, Json json, Bells bells) {
        this.pool = connections.pool();
        this.json = json;
        this.bells = bells;
    }

    @Override
    public String name() {
        return "webhook-log";
    }

    @Override
    public void run(Going going) throws InterruptedException {
        var founding = new Founding(pool, Subscription.LOG);
        while (going.on()) {
            int told = founding.isWanted() ? pass() : 0;
            going.well();
            if (told > 0) {
                bells.deliveries().ring();
                Thread.sleep(GATHER_MILLIS);
            } else {
                var _ = bells.log().await(POLL_MILLIS);
            }
        }
    }

    /** Of the logs that moved, and every so often of all, as other nodes follow too. How many were told something. */
    private int pass() {
        var moved = bells.takeMoved();
        boolean isAll = System.nanoTime() - lookedAtAll >= TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
        if (!isAll && moved.length == 0) {
            return 0;
        }
        int told = RelayTransaction.in(pool, connection -> pass(connection, isAll ? null : moved));
        if (isAll && told < PLACES) {
            lookedAtAll = System.nanoTime();
        }
        return told;
    }

    private int pass(SqlConnection connection, String @Nullable [] territories) {
        var claim = Tuple.of(Subscription.LOG, PLACES, territories);
        var locked =
                Place.of(Await.get(connection.preparedQuery(FillingSql.CLAIM).execute(claim)));
        if (locked.isEmpty()) {
            return 0;
        }
        var claimed = Tuple.of(
                Subscription.LOG,
                locked.stream().map(Place::subscription).toArray(String[]::new),
                locked.stream().map(Place::territory).toArray(String[]::new));
        var places =
                Place.of(Await.get(connection.preparedQuery(FillingSql.CLAIMED).execute(claimed)));
        var filled = new Filled(connection, json);
        places.forEach(place -> tell(connection, place, filled));
        filled.settle();
        return places.size();
    }

    private static void tell(SqlConnection connection, Place place, Filled filled) {
        long end = Math.min(place.followed(), place.position() + LOOKED_THROUGH);
        var entries = read(connection, place, end);
        long position = entries.size() < ENTRIES ? end : entries.getLast().position();
        filled.tell(
                place,
                position,
                entries.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Message.OfLog.of(place.territory(), place.position(), position, entries)));
    }

    private static List<EntryTold> read(SqlConnection connection, Place place, long end) {
        var values = Tuple.of(place.territory(), place.position(), end, place.patterns(), ENTRIES);
        var entries = new ArrayList<EntryTold>();
        Await.get(connection.preparedQuery(FillingSql.READ).execute(values))
                .forEach(row -> entries.add(entry(place.territory(), row)));
        return entries;
    }

    private static EntryTold entry(String territory, Row row) {
        return new EntryTold(
                territory,
                row.getLong("position"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("type"),
                row.getString("subject"));
    }
}
