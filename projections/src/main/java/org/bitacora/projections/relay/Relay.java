package org.bitacora.projections.relay;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.postgres.Rows;
import org.bitacora.projections.follow.Await;

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
    private static final long PAGE_BYTES = 4L << 20;
    private static final int MOST = 20_000;

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
        var connection = Await.get(pool.getConnection());
        try {
            connection.query(RelaySql.BEGIN).execute();
            int handed = pass(connection, outlet);
            Await.get(connection.query("commit").execute());
            return handed;
        } catch (RuntimeException e) {
            release(connection);
            throw e;
        } finally {
            connection.close();
        }
    }

    /** Waits for it: until then the next pass would find its territories locked. */
    private static void release(SqlConnection connection) {
        try {
            Await.get(connection.query("rollback").execute());
        } catch (RuntimeException _) {
            // the connection is gone, and its locks with it
        }
    }

    private int pass(SqlConnection connection, Outlet outlet) {
        var positions = claim(connection);
        if (positions.isEmpty()) {
            return 0;
        }
        int handed = 0;
        var page = entries(unread(connection, positions));
        while (!page.isEmpty()) {
            page.forEach(entry -> positions.put(entry.territory(), entry.position()));
            handed += page.size();
            // The next page is read while this one is handed on.
            var next = handed < MOST ? unread(connection, positions) : null;
            outlet.take(page);
            page = next == null ? List.of() : entries(next);
        }
        outlet.settle();
        move(connection, positions);
        return handed;
    }

    private Map<String, Long> claim(SqlConnection connection) {
        var rows = Await.get(connection.preparedQuery(RelaySql.CLAIM).execute(Tuple.of(channel, TERRITORIES)));
        var positions = new LinkedHashMap<String, Long>();
        rows.forEach(row -> positions.put(row.getString("territory"), row.getLong("position")));
        return positions;
    }

    private static Future<RowSet<Row>> unread(SqlConnection connection, Map<String, Long> positions) {
        int each = Math.max(1, PAGE / positions.size());
        return connection
                .preparedQuery(RelaySql.UNREAD)
                .execute(Tuple.of(territories(positions), values(positions), each, PAGE_BYTES));
    }

    private static List<Entry> entries(Future<RowSet<Row>> rows) {
        return Rows.entries(Await.get(rows));
    }

    private void move(SqlConnection connection, Map<String, Long> positions) {
        Await.get(connection
                .preparedQuery(RelaySql.MOVE)
                .execute(Tuple.of(channel, territories(positions), values(positions))));
    }

    private static Object territories(Map<String, Long> positions) {
        return positions.keySet().toArray(String[]::new);
    }

    private static Object values(Map<String, Long> positions) {
        return positions.values().toArray(Long[]::new);
    }
}
