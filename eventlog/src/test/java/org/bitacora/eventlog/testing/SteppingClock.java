package org.bitacora.eventlog.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves forwards and backwards. */
public final class SteppingClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public SteppingClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /** Moves the clock; a negative step moves it back. */
    public void step(Duration step) {
        now.updateAndGet(it -> it.plus(step));
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
