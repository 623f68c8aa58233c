package org.bitacora.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bitacora.benchmarks.progress.MeasurementException;

/** The HTTP client of the load: connections to the application on two event loops. */
public final class LoadClient implements AutoCloseable {

    private static final int LOOPS = 2;
    private static final int PATIENCE_SECONDS = 120;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS).setUseDaemonThread(true));
    private final NetClient client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
    private final List<Context> loops = new ArrayList<>();
    private final int port;

    public LoadClient(int port) {
        this.port = port;
        for (int i = 0; i < LOOPS; i++) {
            loops.add(createEventLoop());
        }
    }

    /** Creates an event loop. A thread is bound to one loop, so each loop is created by its own thread. */
    private Context createEventLoop() {
        CompletableFuture<Context> loop = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> loop.complete(vertx.getOrCreateContext()));
        return loop.join();
    }

    /** Opens connections, distributed over the event loops. */
    public List<LoadConnection> openConnections(int count) {
        List<LoadConnection> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            connections.add(await(LoadConnection.connect(port, client, loops.get(i % LOOPS))));
        }
        return connections;
    }

    /** Opens a pool of connections on one event loop. */
    public ConnectionPool openPool(int count) {
        var loop = loops.getFirst();
        List<LoadConnection> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            connections.add(await(LoadConnection.connect(port, client, loop)));
        }
        return new ConnectionPool(loop, connections);
    }

    /** Sends one request on a separate connection. */
    public LoadResponse send(Buffer request) {
        try (var connectionPool = openPool(1)) {
            return await(connectionPool.send(request));
        }
    }

    /**
     * Opens an endless response and passes each part to {@code received}. The future completes when the first part has
     * arrived.
     */
    public Future<NetSocket> openStream(Buffer request, Handler<Buffer> received) {
        var loop = loops.get(ThreadLocalRandom.current().nextInt(LOOPS));
        Promise<NetSocket> listening = Promise.promise();
        loop.runOnContext(_ -> client.connect(port, "127.0.0.1")
                .onFailure(listening::tryFail)
                .onSuccess(socket -> {
                    socket.handler(part -> {
                        listening.tryComplete(socket);
                        received.handle(part);
                    });
                    socket.write(request).onFailure(listening::tryFail);
                }));
        return listening.future();
    }

    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new MeasurementException("The application did not respond", e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new MeasurementException("No response within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasurementException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
