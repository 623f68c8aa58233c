package org.bitacora.projections.follow;

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
 * appended or left behind.
 */
public final class Follower implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final long POLL_MILLIS = 500;

    private final Projector projector;
    private final Consumer<Map<String, Long>> moved;
    private final BlockingQueue<Set<String>> wakes = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::follow, "projector");
    private volatile boolean closed;

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

    private void follow() {
        while (!closed) {
            try {
                var named = awaited();
                while (!closed && pass(named)) {
                    wakes.drainTo(new ArrayList<>());
                    named = Set.of();
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Following stopped for a moment: %s", e.getMessage());
                pause();
            }
        }
    }

    private Set<String> awaited() throws InterruptedException {
        var first = wakes.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return Set.of();
        }
        var named = new HashSet<>(first);
        for (var more = wakes.poll(); more != null; more = wakes.poll()) {
            named.addAll(more);
        }
        return named;
    }

    private boolean pass(Set<String> named) {
        var pass = projector.pass(named);
        moved.accept(pass.moved());
        return pass.more();
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
