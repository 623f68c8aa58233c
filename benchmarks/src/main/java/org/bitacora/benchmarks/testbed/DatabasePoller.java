package org.bitacora.benchmarks.testbed;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.bitacora.benchmarks.progress.MeasurementException;

/** Polls the database until a condition holds. */
public final class DatabasePoller {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = 10_000_000;

    private DatabasePoller() {}

    /**
     * Waits until the number returned by a query satisfies the condition. Uses a single connection, because opening one
     * is expensive on two cores.
     */
    public static void await(ApplicationDatabase applicationDatabase, String sql, LongPredicate condition) {
        try (var connection = applicationDatabase.connect();
                var statement = connection.prepareStatement(sql)) {
            long begin = System.nanoTime();
            for (long number = queryNumber(statement); !condition.test(number); number = queryNumber(statement)) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new MeasurementException(
                            "The polled number was still %,d after %s".formatted(number, PATIENCE));
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        } catch (SQLException e) {
            throw new MeasurementException("The database refused", e);
        }
    }

    /** Waits until the number returned by a query is 0. */
    public static void await(ApplicationDatabase applicationDatabase, String sql) {
        await(applicationDatabase, sql, number -> number <= 0);
    }

    private static long queryNumber(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
