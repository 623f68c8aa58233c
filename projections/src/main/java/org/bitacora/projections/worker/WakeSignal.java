package org.bitacora.projections.worker;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Wakes a waiting thread. Signals are not counted: any number of signals before a wait wakes it once. */
public final class WakeSignal {

    private final BlockingQueue<Boolean> signals = new ArrayBlockingQueue<>(1);

    /** Sets the signal. */
    public void signal() {
        signals.offer(true);
    }

    /** Waits for the signal, at most the given time, and clears it; returns whether it was set. */
    public boolean await(long millis) throws InterruptedException {
        return signals.poll(millis, TimeUnit.MILLISECONDS) != null;
    }

    /** Clears the signal without waiting; returns whether it was set. */
    public boolean consumeSignal() {
        return signals.poll() != null;
    }
}
