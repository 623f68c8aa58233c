package org.bitacora.benchmarks.load;

import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.jspecify.annotations.Nullable;

/** Load that asks as soon as it is answered, on connections that it keeps from round to round. */
public final class ClosedLoop implements AutoCloseable {

    /** One side of a conversation; each connection has its own. */
    public interface Talk {

        Buffer ask();

        /**
         * How much the answer counts.
         *
         * @throws Unmeasurable if it is not what was wanted
         */
        int count(Answer answer);
    }

    private final List<Speaker> speakers = new ArrayList<>();

    public ClosedLoop(List<Wire> wires, Supplier<Talk> talks) {
        wires.forEach(wire -> speakers.add(new Speaker(wire, talks.get())));
    }

    /** How much is answered in a second, over that time. */
    public double perSecond(Duration time) {
        var round = new Round(System.nanoTime() + time.toNanos(), speakers.size());
        speakers.forEach(speaker -> speaker.wire.loop().runOnContext(_ -> speaker.speak(round)));
        return round.total() / (time.toNanos() / 1e9);
    }

    @Override
    public void close() {
        speakers.forEach(speaker -> speaker.wire.close());
    }

    private static final class Round {
        final long end;
        final AtomicLong counted = new AtomicLong();
        final CountDownLatch speaking;
        final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Round(long end, int speakers) {
            this.end = end;
            this.speaking = new CountDownLatch(speakers);
        }

        boolean isOver() {
            return failure.get() != null || System.nanoTime() >= end;
        }

        long total() {
            try {
                if (!speaking.await(60, TimeUnit.SECONDS)) {
                    throw new Unmeasurable("The application stopped answering.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unmeasurable("Interrupted", e);
            }
            var cause = failure.get();
            if (cause != null) {
                throw cause instanceof Unmeasurable known ? known : new Unmeasurable("The load failed", cause);
            }
            return counted.get();
        }
    }

    private record Speaker(Wire wire, Talk talk) {

        void speak(Round round) {
            if (round.isOver()) {
                round.speaking.countDown();
            } else {
                wire.ask(talk.ask()).onComplete(result -> heard(result, round));
            }
        }

        private void heard(AsyncResult<Answer> result, Round round) {
            try {
                if (result.failed()) {
                    throw new Unmeasurable("A request failed", result.cause());
                }
                int count = talk.count(result.result());
                if (!round.isOver()) {
                    round.counted.addAndGet(count);
                }
            } catch (RuntimeException e) {
                round.failure.compareAndSet(null, e);
            }
            speak(round);
        }
    }
}
