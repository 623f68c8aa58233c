package org.bitacora.api.webhook;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.api.answer.Json;
import org.bitacora.api.assembly.Following;
import org.bitacora.api.assembly.Work;
import org.bitacora.api.territory.EntryTold;
import org.bitacora.projections.follow.Await;
import org.bitacora.projections.relay.RelayTransaction;

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

    LogFilling(@Named("log") Pool pool, Following following, Json json, Bells bells) {
        this.pool = pool;
        this.json = json;
        this.bells = bells;
        following.onMoved(_ -> bells.log().ring());
    }

    @Override
    public String name() {
        return "webhook-log";
    }

    @Override
    public void run(Going going) throws InterruptedException {
        var founding = new Founding(pool, Subscription.LOG);
        while (going.on()) {
            int moved = founding.isWanted() ? RelayTransaction.in(pool, this::pass) : 0;
            going.well();
            if (moved > 0) {
                bells.deliveries().ring();
                Thread.sleep(GATHER_MILLIS);
            } else {
                var _ = bells.log().await(POLL_MILLIS);
            }
        }
    }

    private int pass(SqlConnection connection) {
        var places = Place.of(
                Await.get(connection.preparedQuery(FillingSql.CLAIM).execute(Tuple.of(Subscription.LOG, PLACES))));
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
