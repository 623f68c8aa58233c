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
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.ApplicationDatabase;

/**
 * A load over plain JDBC with one thread per connection. Connections and prepared statements are kept between rounds.
 */
public final class RawLoad implements AutoCloseable {

    /** The transaction that a connection repeats, with its statement prepared. */
    interface RawCommit {

        /** Commits a transaction and returns the number of rows; 0 if nothing is left. */
        int commitRows() throws SQLException;
    }

    /** Prepares the transaction of a connection. */
    interface RawCommitFactory {
        RawCommit prepare(Connection connection) throws SQLException;
    }

    private final List<Connection> connections = new ArrayList<>();
    private final List<RawCommit> commits = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    RawLoad(ApplicationDatabase applicationDatabase, int count, RawCommitFactory rawCommitFactory) {
        try {
            for (int i = 0; i < count; i++) {
                var connection = applicationDatabase.connect();
                connections.add(connection);
                commits.add(rawCommitFactory.prepare(connection));
            }
        } catch (SQLException e) {
            close();
            throw new MeasurementException("The raw limit could not be prepared", e);
        }
    }

    /** Returns the committed rows per second over {@code time}. */
    public double measureRate(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return runAll(rawCommit -> runUntil(end, rawCommit)) / (time.toNanos() / 1e9);
    }

    /** Returns the committed rows per second until no connection has rows left. */
    double measureRate() {
        long begin = System.nanoTime();
        double rows = runAll(RawLoad::runUntilDone);
        return rows / ((System.nanoTime() - begin) / 1e9);
    }

    private interface RawCommitRunner {
        long run(RawCommit rawCommit) throws SQLException;
    }

    private long runAll(RawCommitRunner rawCommitRunner) {
        List<Callable<Long>> runs = new ArrayList<>();
        commits.forEach(rawCommit -> runs.add(() -> rawCommitRunner.run(rawCommit)));
        try {
            long rows = 0;
            for (Future<Long> each : threads.invokeAll(runs)) {
                rows += each.get();
            }
            return rows;
        } catch (ExecutionException e) {
            throw new MeasurementException("The raw limit failed", e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasurementException("Interrupted", e);
        }
    }

    private static long runUntil(long end, RawCommit rawCommit) throws SQLException {
        long rows = 0;
        while (true) {
            int more = rawCommit.commitRows();
            if (System.nanoTime() >= end) {
                return rows;
            }
            rows += more;
        }
    }

    private static long runUntilDone(RawCommit rawCommit) throws SQLException {
        long rows = 0;
        for (int more = rawCommit.commitRows(); more > 0; more = rawCommit.commitRows()) {
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
                ProgressLog.print("A connection did not close: %s", e.getMessage());
            }
        }
    }
}
