package org.bitacora.projections.relay;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bitacora.projections.projector.Await;

/**
 * Hands the logs on to a channel, pass by pass: claims territories whose channel is behind, hands their entries to an
 * outlet page by page, and moves the checkpoints once everything has arrived. Each pass begins right after what has
 * arrived for certain and leaves out nothing; so whatever is killed when, whoever drops the positions of a log that they
 * have seen gets each exactly once and in order, also while two nodes believe that a territory is theirs. Its passes wait:
 * they run on a thread of their own.
 */
public final class Relay {

    private static final int TERRITORIES = 200;
    private static final int PAGE = 1_000;
    private static final int MOST = 50_000;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Pool pool;
    private final String channel;

    /** A relay to the channel of that name, which is its checkpoint's for ever. */
    public Relay(Pool pool, String channel) {
        this.pool = pool;
        this.channel = channel;
    }

    /** Takes in logs that were founded since. */
    public void found() {
        Await.get(pool.preparedQuery(RelaySql.FOUND).execute(Tuple.of(channel)));
    }

    /** How many entries are to be handed on. */
    public long lag() {
        var rows = Await.get(pool.preparedQuery(RelaySql.LAG).execute(Tuple.of(channel)));
        return rows.iterator().next().getLong(0);
    }

    /** Makes one pass, and says how many entries it has handed on: where there were any, there may be more. */
    public int pass(Outlet outlet) {
        return RelayTransaction.in(pool, connection -> pass(connection, outlet));
    }

    private int pass(SqlConnection connection, Outlet outlet) {
        var spans = Span.first(claim(connection), MOST);
        if (spans.isEmpty()) {
            return 0;
        }
        long begin = System.nanoTime();
        var reading = new Reading(connection, Span.pages(spans, PAGE));
        var positions = new HashMap<String, Long>();
        int handed = 0;
        for (var entries = reading.next(); !entries.isEmpty(); entries = reading.next()) {
            outlet.take(entries);
            entries.forEach(it -> positions.put(it.territory(), it.position()));
            handed += entries.size();
            if (System.nanoTime() - begin > LONGEST_NANOS) {
                break; // a transaction that lasts keeps the database from cleaning up
            }
        }
        outlet.settle();
        move(connection, positions);
        return handed;
    }

    private List<Span> claim(SqlConnection connection) {
        var spans = new ArrayList<Span>();
        Await.get(connection.preparedQuery(RelaySql.CLAIM).execute(Tuple.of(channel, TERRITORIES)))
                .forEach(row ->
                        spans.add(new Span(row.getString("territory"), row.getLong("position"), row.getLong("head"))));
        return spans;
    }

    private void move(SqlConnection connection, Map<String, Long> positions) {
        Await.get(connection
                .preparedQuery(RelaySql.MOVE)
                .execute(Tuple.of(
                        channel,
                        positions.keySet().toArray(String[]::new),
                        positions.values().toArray(Long[]::new))));
    }
}
