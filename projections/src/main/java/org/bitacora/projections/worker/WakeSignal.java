package org.bitacora.projections.worker;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Wakes who waits for something to do. However often it was rung meanwhile, it wakes once. */
public final class WakeSignal {

    private final BlockingQueue<Boolean> rings = new ArrayBlockingQueue<>(1);

    /** There is something to do. */
    public void signal() {
        rings.offer(true);
    }

    /** Waits until it rings, or so long; whether it did. */
    public boolean await(long millis) throws InterruptedException {
        return rings.poll(millis, TimeUnit.MILLISECONDS) != null;
    }

    /** Whether it has rung; does not wait. */
    public boolean consumeSignal() {
        return rings.poll() != null;
    }
}
