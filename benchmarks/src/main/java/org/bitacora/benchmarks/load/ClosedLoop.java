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

/**
 * A load that sends the next request as soon as the previous response arrives, on connections that are kept between
 * rounds.
 */
public final class ClosedLoop implements AutoCloseable {

    /** The requests of one connection and the checks of their responses. */
    public interface LoadExchange {

        Buffer nextRequest();

        /**
         * Returns how many units the response completes.
         *
         * @throws MeasurementException if the response is not the expected one
         */
        int countCompleted(LoadResponse loadResponse);
    }

    private final List<ExchangeLoop> exchangeLoops = new ArrayList<>();

    public ClosedLoop(List<LoadConnection> connections, Supplier<LoadExchange> exchanges) {
        connections.forEach(loadConnection -> exchangeLoops.add(new ExchangeLoop(loadConnection, exchanges.get())));
    }

    /** Returns the completed units per second over {@code time}. */
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

        LoadRound(long end, int connections) {
            this.end = end;
            this.running = new CountDownLatch(connections);
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
