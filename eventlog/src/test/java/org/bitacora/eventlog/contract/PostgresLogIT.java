package org.bitacora.eventlog.contract;

import java.sql.SQLException;
import java.time.Instant;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.postgres.LogSettings;
import org.bitacora.eventlog.postgres.PostgresLog;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.eventlog.testing.SteppingClock;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLogIT implements EventLogContract {

    @RegisterExtension
    static final LogDatabase DATABASE = new LogDatabase();

    @RegisterExtension
    static final LogDatabase OTHER = new LogDatabase();

    private static final SteppingClock CLOCK = new SteppingClock(Instant.parse("2026-01-01T00:00:00Z"));
    private static final EventLog LOG = new PostgresLog(DATABASE.pool(8), CLOCK, LogSettings.DEFAULT, _ -> {});
    private static final EventLog OTHER_LOG = new PostgresLog(OTHER.pool(8), CLOCK, LogSettings.DEFAULT, _ -> {});

    @Override
    public EventLog log() {
        return LOG;
    }

    @Override
    public EventLog otherLog() {
        return OTHER_LOG;
    }

    @Override
    public SteppingClock clock() {
        return CLOCK;
    }

    @Override
    public ConcurrentAppender concurrentAppender() {
        return new JdbcConcurrentAppender(DATABASE, CLOCK);
    }

    @Override
    public LogCorruptor corruptor() {
        return new LogCorruptor() {
            @Override
            public void damage(String territory, long position, String field, String value) {
                withoutImmutabilityTrigger(
                        "update log set " + field + " = '" + value + "'" + where(territory, position));
            }

            @Override
            public void remove(String territory, long position) {
                withoutImmutabilityTrigger("delete from log" + where(territory, position));
            }

            @Override
            public void erase(String territory, long position) {
                execute("delete from private_data" + where(territory, position));
            }
        };
    }

    private static String where(String territory, long position) {
        return " where territory = '" + territory + "' and position = " + position;
    }

    private static void withoutImmutabilityTrigger(String sql) {
        execute("alter table log disable trigger log_is_immutable");
        execute(sql);
        execute("alter table log enable trigger log_is_immutable");
    }

    private static void execute(String sql) {
        try {
            DATABASE.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
