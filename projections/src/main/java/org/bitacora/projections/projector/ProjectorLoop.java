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
 * A thread that follows the logs: at once where an append wakes it, and every so often by itself, for what other nodes
 * appended or left behind. While more is appended it rests after each pass as long as that took, far behind four times
 * as long; unless somebody waits.
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

    /** Follows with that projector; {@code moved} is told how far each territory has come, after every commit. */
    public ProjectorLoop(Projector projector, Consumer<Map<String, Long>> moved) {
        this.projector = projector;
        this.checkpointListener = moved;
        thread.setDaemon(true);
    }

    /** Begins to follow. */
    public ProjectorLoop start() {
        thread.start();
        return this;
    }

    /** Something was appended to those logs. */
    public void wake(Set<String> territories) {
        wakes.add(territories);
    }

    /** Somebody waits until that log is followed to its end: it comes before the others. */
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
                LOG.warnf("Following stopped for a moment: %s", e.getMessage());
                pause();
            }
        }
    }

    /** Those that were appended to; now and then all, however many are woken for, as other nodes append too. */
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

    /** Whoever has asked by now was woken for before: this pass is for them too. */
    private Set<String> drainWakes(Set<String> first) {
        prioritized.clear();
        var named = new HashSet<>(first);
        for (var more = wakes.poll(); more != null; more = wakes.poll()) {
            named.addAll(more);
        }
        return named;
    }

    /**
     * One pass soon after another would find little: what is appended meanwhile is followed in the same. Where passes take
     * long, half of the time is left to those who append; unless somebody waits.
     */
    private void pauseBeforePass() throws InterruptedException {
        long since = System.nanoTime() - lastPassStart;
        pauseUnlessPrioritized(Math.max(GATHER_NANOS, 2 * lastPassNanos) - since);
    }

    private boolean continuePass() throws InterruptedException {
        var named = drainPrioritized();
        return runPass(named) || !named.isEmpty();
    }

    /** While there is much to do, those come first for which somebody waits; else all, whoever was woken for. */
    private Set<String> drainPrioritized() {
        var named = new HashSet<String>();
        if (prioritized.drainTo(named) == 0) {
            wakes.drainTo(new ArrayList<>());
        }
        return named;
    }

    /** Whether there may be more. */
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

    /** While much is appended, appending comes first: what is late already can be followed a little later. */
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
