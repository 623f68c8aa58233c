package org.bitacora.eventlog.contract;

import java.time.Duration;
import java.time.Instant;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.testing.SteppingClock;
import org.bitacora.eventlog.testing.Visit;

/** The contract against a log that does nothing; by its name no test of the build. */
final class DoesNothing implements EventLogContract {

    private final SteppingClock clock = new SteppingClock(Instant.EPOCH);

    @Override
    public EventLog log() {
        return new DoesNothingLog();
    }

    @Override
    public EventLog elsewhere() {
        return new DoesNothingLog();
    }

    @Override
    public SteppingClock clock() {
        return clock;
    }

    @Override
    public Neighbour neighbour() {
        return new Neighbour() {
            @Override
            public void appendSlowly(Visit visit, Duration held) {}

            @Override
            public void giveUp(Visit visit, Duration held) {}
        };
    }

    @Override
    public Vandal vandal() {
        return new Vandal() {
            @Override
            public void damage(String territory, long position, String field, String value) {}

            @Override
            public void remove(String territory, long position) {}

            @Override
            public void erase(String territory, long position) {}
        };
    }
}
