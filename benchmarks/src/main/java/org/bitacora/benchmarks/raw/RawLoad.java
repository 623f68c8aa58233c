package org.bitacora.benchmarks.raw;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Database;

/** Plain JDBC, a thread a connection; connections and their statements are kept from round to round. */
public final class RawLoad implements AutoCloseable {

    /** What a connection does again and again; it has its statement prepared. */
    interface Turn {

        /** How many rows it has committed. */
        int take() throws SQLException;
    }

    /** Prepares a turn on a connection. */
    interface Preparation {
        Turn on(Connection connection) throws SQLException;
    }

    private final List<Connection> connections = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    RawLoad(Database database, int count, Preparation preparation) {
        try {
            for (int i = 0; i < count; i++) {
                var connection = database.connect();
                connections.add(connection);
                turns.add(preparation.on(connection));
            }
        } catch (SQLException e) {
            close();
            throw new Unmeasurable("The raw limit could not be prepared", e);
        }
    }

    /** How many rows are committed in a second, over that time. */
    public double perSecond(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return all(turn -> until(end, turn)) / (time.toNanos() / 1e9);
    }

    /** How many rows are committed in a second, until every turn has nothing left. */
    double perSecond() {
        long begin = System.nanoTime();
        double rows = all(RawLoad::untilDone);
        return rows / ((System.nanoTime() - begin) / 1e9);
    }

    private interface Run {
        long of(Turn turn) throws SQLException;
    }

    private long all(Run run) {
        List<Callable<Long>> runs = new ArrayList<>();
        turns.forEach(turn -> runs.add(() -> run.of(turn)));
        try {
            long rows = 0;
            for (Future<Long> each : threads.invokeAll(runs)) {
                rows += each.get();
            }
            return rows;
        } catch (ExecutionException e) {
            throw new Unmeasurable("The raw limit failed", e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("Interrupted", e);
        }
    }

    private static long until(long end, Turn turn) throws SQLException {
        long rows = 0;
        while (true) {
            int more = turn.take();
            if (System.nanoTime() >= end) {
                return rows;
            }
            rows += more;
        }
    }

    private static long untilDone(Turn turn) throws SQLException {
        long rows = 0;
        for (int more = turn.take(); more > 0; more = turn.take()) {
            rows += more;
        }
        return rows;
    }

    @Override
    public void close() {
        threads.shutdown();
        for (var connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                Progress.say("A connection did not close: %s", e.getMessage());
            }
        }
    }
}
