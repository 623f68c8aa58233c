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
public final class Follower implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final long POLL_MILLIS = 500;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final int FAR_BEHIND = 500;
    private static final int RESTS = 4;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Projector projector;
    private final Consumer<Map<String, Long>> moved;
    private final BlockingQueue<Set<String>> wakes = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::follow, "projector");
    private volatile boolean closed;
    private long allFrom = System.nanoTime();
    private long begun = System.nanoTime();
    private long took;

    /** Follows with that projector; {@code moved} is told how far each territory has come, after every commit. */
    public Follower(Projector projector, Consumer<Map<String, Long>> moved) {
        this.projector = projector;
        this.moved = moved;
        thread.setDaemon(true);
    }

    /** Begins to follow. */
    public Follower start() {
        thread.start();
        return this;
    }

    /** Something was appended to those logs. */
    public void wake(Set<String> territories) {
        wakes.add(territories);
    }

    /** Somebody waits until that log is followed to its end: it comes before the others. */
    public void ask(String territory) {
        asked.add(territory);
    }

    private void follow() {
        boolean more = false;
        while (!closed) {
            try {
                more = more ? goOn() : pass(awaited());
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Following stopped for a moment: %s", e.getMessage());
                pause();
            }
        }
    }

    /** Those that were appended to; now and then all, however many are woken for, as other nodes append too. */
    private Set<String> awaited() throws InterruptedException {
        long left = POLL_NANOS - (System.nanoTime() - allFrom);
        var first = left > 0 ? wakes.poll(left, TimeUnit.NANOSECONDS) : null;
        if (first == null) {
            asked.clear();
            return Set.of();
        }
        gather();
        return all(first);
    }

    /** Whoever has asked by now was woken for before: this pass is for them too. */
    private Set<String> all(Set<String> first) {
        asked.clear();
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
    private void gather() throws InterruptedException {
        long since = System.nanoTime() - begun;
        restUnlessAsked(Math.max(GATHER_NANOS, 2 * took) - since);
    }

    private boolean goOn() throws InterruptedException {
        var named = asked();
        return pass(named) || !named.isEmpty();
    }

    /** While there is much to do, those come first for which somebody waits; else all, whoever was woken for. */
    private Set<String> asked() {
        var named = new HashSet<String>();
        if (asked.drainTo(named) == 0) {
            wakes.drainTo(new ArrayList<>());
        }
        return named;
    }

    /** Whether there may be more. */
    private boolean pass(Set<String> named) throws InterruptedException {
        long begin = System.nanoTime();
        begun = begin;
        if (named.isEmpty()) {
            allFrom = begin;
        }
        var pass = projector.pass(named);
        moved.accept(pass.moved());
        took = System.nanoTime() - begin;
        if (pass.entries() >= FAR_BEHIND && !wakes.isEmpty()) {
            restUnlessAsked(RESTS * took);
        }
        return pass.more();
    }

    /** While much is appended, appending comes first: what is late already can be followed a little later. */
    private void restUnlessAsked(long nanos) throws InterruptedException {
        var first = asked.poll(Math.min(nanos, MOST_NANOS), TimeUnit.NANOSECONDS);
        if (first != null) {
            asked.add(first);
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
