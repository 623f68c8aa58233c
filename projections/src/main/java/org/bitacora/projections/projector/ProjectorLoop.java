package org.bitacora.projections.projector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The thread that runs the projector. It runs a pass when an append wakes it, and every 500 ms over all logs, for entries
 * that other nodes appended or did not project. While appends continue, it pauses after each pass for the duration of that
 * pass, or four times as long if it is far behind; it does not pause while a caller waits for a position.
 */
public final class ProjectorLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ProjectorLoop.class);
    private static final long POLL_MILLIS = 500;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final int FAR_BEHIND = 500;
    private static final int REST_FACTOR = 4;
    private static final long MAX_REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Projector projector;
    private final Consumer<Map<String, Long>> checkpointListener;
    private final BlockingQueue<Set<String>> wakes = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> prioritized = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::runLoop, "projector");
    private volatile boolean closed;
    private long lastFullPass = System.nanoTime();
    private long lastPassStart = System.nanoTime();
    private long lastPassNanos;

    /** Creates a loop for a projector; the listener receives the new checkpoints after every commit. */
    public ProjectorLoop(Projector projector, Consumer<Map<String, Long>> checkpointListener) {
        this.projector = projector;
        this.checkpointListener = checkpointListener;
        thread.setDaemon(true);
    }

    /** Starts the thread. */
    public ProjectorLoop start() {
        thread.start();
        return this;
    }

    /** Wakes the loop for logs that have new entries. */
    public void wake(Set<String> territories) {
        wakes.add(territories);
    }

    /** Gives a log precedence over the others, because a caller waits for its entries. */
    public void prioritize(String territory) {
        prioritized.add(territory);
    }

    private void runLoop() {
        boolean more = false;
        while (!closed) {
            try {
                more = more ? continuePass() : runPass(awaitWake());
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("The projector pass failed and will be repeated: %s", e.getMessage());
                pause();
            }
        }
    }

    /**
     * Returns the territories with new appends; every 500 ms returns the empty set, which stands for all territories, because
     * other nodes append too.
     */
    private Set<String> awaitWake() throws InterruptedException {
        long left = POLL_NANOS - (System.nanoTime() - lastFullPass);
        var first = left > 0 ? wakes.poll(left, TimeUnit.NANOSECONDS) : null;
        if (first == null) {
            prioritized.clear();
            return Set.of();
        }
        pauseBeforePass();
        return drainWakes(first);
    }

    /** Clears the prioritized territories: their logs have been woken before, so this pass includes them. */
    private Set<String> drainWakes(Set<String> first) {
        prioritized.clear();
        var named = new HashSet<>(first);
        for (var more = wakes.poll(); more != null; more = wakes.poll()) {
            named.addAll(more);
        }
        return named;
    }

    /**
     * Pauses so that one pass projects the entries of several appends. If passes take long, half of the time remains for
     * appends. Does not pause while a caller waits.
     */
    private void pauseBeforePass() throws InterruptedException {
        long elapsed = System.nanoTime() - lastPassStart;
        pauseUnlessPrioritized(Math.max(GATHER_NANOS, 2 * lastPassNanos) - elapsed);
    }

    private boolean continuePass() throws InterruptedException {
        var named = drainPrioritized();
        return runPass(named) || !named.isEmpty();
    }

    /** Returns the prioritized territories; if there are none, the empty set, which stands for all territories. */
    private Set<String> drainPrioritized() {
        var named = new HashSet<String>();
        if (prioritized.drainTo(named) == 0) {
            wakes.drainTo(new ArrayList<>());
        }
        return named;
    }

    /** Runs one pass; returns whether entries may remain. */
    private boolean runPass(Set<String> named) throws InterruptedException {
        long begin = System.nanoTime();
        lastPassStart = begin;
        if (named.isEmpty()) {
            lastFullPass = begin;
        }
        var passResult = projector.runPass(named);
        checkpointListener.accept(passResult.checkpoints());
        lastPassNanos = System.nanoTime() - begin;
        if (passResult.entries() >= FAR_BEHIND && !wakes.isEmpty()) {
            pauseUnlessPrioritized(REST_FACTOR * lastPassNanos);
        }
        return passResult.hasMore();
    }

    /** Pauses at most one second; a prioritized territory ends the pause. Leaves the database to appends under load. */
    private void pauseUnlessPrioritized(long nanos) throws InterruptedException {
        var first = prioritized.poll(Math.min(nanos, MAX_REST_NANOS), TimeUnit.NANOSECONDS);
        if (first != null) {
            prioritized.add(first);
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
