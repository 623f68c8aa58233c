package org.bitacora.benchmarks.testbed;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import org.bitacora.benchmarks.progress.MeasurementException;

/** Waits for what is left to be done. */
public final class DatabasePoller {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_NANOS = 10_000_000;

    private DatabasePoller() {}

    /** Returns when the number that a query answers is as wanted. It is asked for over one connection: a new one costs both cores. */
    public static void await(ApplicationDatabase applicationDatabase, String sql, LongPredicate isWanted) {
        try (var connection = applicationDatabase.connect();
                var statement = connection.prepareStatement(sql)) {
            long begin = System.nanoTime();
            for (long number = queryNumber(statement); !isWanted.test(number); number = queryNumber(statement)) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new MeasurementException("It was still %,d after %s".formatted(number, PATIENCE));
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        } catch (SQLException e) {
            throw new MeasurementException("The database refused", e);
        }
    }

    /** Returns when the number that a query answers is none. */
    public static void await(ApplicationDatabase applicationDatabase, String left) {
        await(applicationDatabase, left, number -> number <= 0);
    }

    private static long queryNumber(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
