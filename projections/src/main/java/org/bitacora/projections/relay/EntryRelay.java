package org.bitacora.projections.relay;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bitacora.projections.projector.Futures;

/**
 * Hands the logs on to a channel, pass by pass: claims territories whose channel is behind, hands their entries to an
 * outlet page by page, and moves the checkpoints once everything has arrived. Each pass begins right after what has
 * arrived for certain and leaves out nothing; so whatever is killed when, whoever drops the positions of a log that they
 * have seen gets each exactly once and in order, also while two nodes believe that a territory is theirs. Its passes wait:
 * they run on a thread of their own.
 */
public final class EntryRelay {

    private static final int MAX_TERRITORIES = 200;
    private static final int PAGE = 1_000;
    private static final int MAX_ENTRIES = 50_000;
    private static final long MAX_PASS_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Pool pool;
    private final String channel;

    /** A relay to the channel of that name, which is its checkpoint's for ever. */
    public EntryRelay(Pool pool, String channel) {
        this.pool = pool;
        this.channel = channel;
    }

    /** Takes in logs that were founded since. */
    public void addNewLogs() {
        Futures.await(pool.preparedQuery(RelaySql.ADD_NEW_LOGS).execute(Tuple.of(channel)));
    }

    /** How many entries are to be handed on. */
    public long countPending() {
        var rows = Futures.await(pool.preparedQuery(RelaySql.LAG).execute(Tuple.of(channel)));
        return rows.iterator().next().getLong("entries");
    }

    /** Makes one pass, and says how many entries it has handed on: where there were any, there may be more. */
    public int runPass(RelaySink relaySink) {
        return RelayTransaction.run(pool, connection -> runPass(connection, relaySink));
    }

    private int runPass(SqlConnection connection, RelaySink relaySink) {
        var spans = PositionRange.limit(claim(connection), MAX_ENTRIES);
        if (spans.isEmpty()) {
            return 0;
        }
        long begin = System.nanoTime();
        var logPageReader = new LogPageReader(connection, PositionRange.pages(spans, PAGE));
        var positions = new HashMap<String, Long>();
        int handed = 0;
        for (var entries = logPageReader.nextEntries(); !entries.isEmpty(); entries = logPageReader.nextEntries()) {
            relaySink.accept(entries);
            entries.forEach(it -> positions.put(it.territory(), it.position()));
            handed += entries.size();
            if (System.nanoTime() - begin > MAX_PASS_NANOS) {
                break; // a transaction that lasts keeps the database from cleaning up
            }
        }
        relaySink.awaitDelivery();
        advanceCheckpoints(connection, positions);
        return handed;
    }

    private List<PositionRange> claim(SqlConnection connection) {
        var spans = new ArrayList<PositionRange>();
        Futures.await(connection.preparedQuery(RelaySql.CLAIM).execute(Tuple.of(channel, MAX_TERRITORIES)))
                .forEach(row -> spans.add(
                        new PositionRange(row.getString("territory"), row.getLong("position"), row.getLong("head"))));
        return spans;
    }

    private void advanceCheckpoints(SqlConnection connection, Map<String, Long> positions) {
        Futures.await(connection
                .preparedQuery(RelaySql.ADVANCE_CHECKPOINTS)
                .execute(Tuple.of(
                        channel,
                        positions.keySet().toArray(String[]::new),
                        positions.values().toArray(Long[]::new))));
    }
}
