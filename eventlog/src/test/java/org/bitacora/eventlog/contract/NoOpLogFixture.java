package org.bitacora.eventlog.contract;

import java.time.Duration;
import java.time.Instant;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.testing.SteppingClock;
import org.bitacora.eventlog.testing.VisitDraft;

/** Applies the contract to a log that does nothing. Its name does not match the test patterns of the build. */
final class NoOpLogFixture implements EventLogContract {

    private final SteppingClock clock = new SteppingClock(Instant.EPOCH);

    @Override
    public EventLog log() {
        return new NoOpEventLog();
    }

    @Override
    public EventLog otherLog() {
        return new NoOpEventLog();
    }

    @Override
    public SteppingClock clock() {
        return clock;
    }

    @Override
    public ConcurrentAppender concurrentAppender() {
        return new ConcurrentAppender() {
            @Override
            public void appendSlowly(VisitDraft visitDraft, Duration held) {}

            @Override
            public void appendAndRollBack(VisitDraft visitDraft, Duration held) {}
        };
    }

    @Override
    public LogCorruptor corruptor() {
        return new LogCorruptor() {
            @Override
            public void damage(String territory, long position, String field, String value) {}

            @Override
            public void remove(String territory, long position) {}

            @Override
            public void erase(String territory, long position) {}
        };
    }
}
