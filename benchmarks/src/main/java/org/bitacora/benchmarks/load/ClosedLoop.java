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
import org.bitacora.benchmarks.progress.MeasurementException;
import org.jspecify.annotations.Nullable;

/** Load that asks as soon as it is answered, on connections that it keeps from round to round. */
public final class ClosedLoop implements AutoCloseable {

    /** One side of a conversation; each connection has its own. */
    public interface LoadExchange {

        Buffer nextRequest();

        /**
         * How much the answer counts.
         *
         * @throws MeasurementException if it is not what was wanted
         */
        int countCompleted(LoadResponse loadResponse);
    }

    private final List<ExchangeLoop> exchangeLoops = new ArrayList<>();

    public ClosedLoop(List<LoadConnection> wires, Supplier<LoadExchange> talks) {
        wires.forEach(loadConnection -> exchangeLoops.add(new ExchangeLoop(loadConnection, talks.get())));
    }

    /** How much is answered in a second, over that time. */
    public double measureRate(Duration time) {
        var loadRound = new LoadRound(System.nanoTime() + time.toNanos(), exchangeLoops.size());
        exchangeLoops.forEach(exchangeLoop ->
                exchangeLoop.connection.eventLoop().runOnContext(_ -> exchangeLoop.sendNext(loadRound)));
        return loadRound.total() / (time.toNanos() / 1e9);
    }

    @Override
    public void close() {
        exchangeLoops.forEach(exchangeLoop -> exchangeLoop.connection.close());
    }

    private static final class LoadRound {
        final long end;
        final AtomicLong completed = new AtomicLong();
        final CountDownLatch running;
        final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        LoadRound(long end, int speakers) {
            this.end = end;
            this.running = new CountDownLatch(speakers);
        }

        boolean isOver() {
            return failure.get() != null || System.nanoTime() >= end;
        }

        long total() {
            try {
                if (!running.await(60, TimeUnit.SECONDS)) {
                    throw new MeasurementException("The application stopped answering.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MeasurementException("Interrupted", e);
            }
            var cause = failure.get();
            if (cause != null) {
                throw cause instanceof MeasurementException known
                        ? known
                        : new MeasurementException("The load failed", cause);
            }
            return completed.get();
        }
    }

    private record ExchangeLoop(LoadConnection connection, LoadExchange exchange) {

        void sendNext(LoadRound loadRound) {
            if (loadRound.isOver()) {
                loadRound.running.countDown();
            } else {
                connection.send(exchange.nextRequest()).onComplete(result -> handleResponse(result, loadRound));
            }
        }

        private void handleResponse(AsyncResult<LoadResponse> result, LoadRound loadRound) {
            try {
                if (result.failed()) {
                    throw new MeasurementException("A request failed", result.cause());
                }
                int count = exchange.countCompleted(result.result());
                if (!loadRound.isOver()) {
                    loadRound.completed.addAndGet(count);
                }
            } catch (RuntimeException e) {
                loadRound.failure.compareAndSet(null, e);
            }
            sendNext(loadRound);
        }
    }
}
