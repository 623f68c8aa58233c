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
 * Relays the logs to a channel in passes. A pass claims territories whose channel is behind, passes their entries to a sink
 * page by page, and advances the checkpoints once everything has been delivered. A pass starts directly after the last
 * position that is known to be delivered and omits nothing. A receiver that ignores positions it has already received
 * therefore gets every entry of a log exactly once and in order, after any crash and even while two nodes hold a claim on
 * the same territory. Passes block and must run on a thread of their own.
 */
public final class EntryRelay {

    private static final int MAX_TERRITORIES = 200;
    private static final int PAGE = 1_000;
    private static final int MAX_ENTRIES = 50_000;
    private static final long MAX_PASS_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Pool pool;
    private final String channel;

    /** Creates a relay to a channel. The channel's name identifies its checkpoints and must never change. */
    public EntryRelay(Pool pool, String channel) {
        this.pool = pool;
        this.channel = channel;
    }

    /** Adds a checkpoint for each log that has been created since the last call. */
    public void addNewLogs() {
        Futures.await(pool.preparedQuery(RelaySql.ADD_NEW_LOGS).execute(Tuple.of(channel)));
    }

    /** Returns the number of entries that have not been delivered. */
    public long countPending() {
        var rows = Futures.await(pool.preparedQuery(RelaySql.LAG).execute(Tuple.of(channel)));
        return rows.iterator().next().getLong("entries");
    }

    /** Runs one pass and returns the number of delivered entries; if it is positive, more entries may be pending. */
    public int runPass(RelaySink relaySink) {
        return RelayTransaction.run(pool, connection -> runPass(connection, relaySink));
    }

    private int runPass(SqlConnection connection, RelaySink relaySink) {
        var ranges = PositionRange.limit(claim(connection), MAX_ENTRIES);
        if (ranges.isEmpty()) {
            return 0;
        }
        long begin = System.nanoTime();
        var logPageReader = new LogPageReader(connection, PositionRange.pages(ranges, PAGE));
        var positions = new HashMap<String, Long>();
        int count = 0;
        for (var entries = logPageReader.nextEntries(); !entries.isEmpty(); entries = logPageReader.nextEntries()) {
            relaySink.accept(entries);
            entries.forEach(it -> positions.put(it.territory(), it.position()));
            count += entries.size();
            if (System.nanoTime() - begin > MAX_PASS_NANOS) {
                break; // a long transaction would prevent vacuum from removing dead rows
            }
        }
        relaySink.awaitDelivery();
        advanceCheckpoints(connection, positions);
        return count;
    }

    private List<PositionRange> claim(SqlConnection connection) {
        var ranges = new ArrayList<PositionRange>();
        Futures.await(connection.preparedQuery(RelaySql.CLAIM).execute(Tuple.of(channel, MAX_TERRITORIES)))
                .forEach(row -> ranges.add(
                        new PositionRange(row.getString("territory"), row.getLong("position"), row.getLong("head"))));
        return ranges;
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
