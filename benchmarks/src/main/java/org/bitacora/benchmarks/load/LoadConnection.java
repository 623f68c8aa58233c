package org.bitacora.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is kept alive and asks one thing at a time. Requests come rendered, and of an answer only what is
 * needed is read: the load shares the machine with what it loads, so it has to be cheap. Used on its own event loop.
 */
final class LoadConnection {

    private final Context loop;
    private final NetSocket socket;
    private Buffer received = Buffer.buffer();
    private @Nullable Promise<LoadResponse> pending;

    private LoadConnection(Context loop, NetSocket socket) {
        this.loop = loop;
        this.socket = socket;
        socket.handler(this::receive);
        socket.exceptionHandler(this::fail);
        socket.closeHandler(_ -> fail(new MeasurementException("The application closed a connection.")));
    }

    static Future<LoadConnection> connect(int port, NetClient client, Context loop) {
        Promise<LoadConnection> wire = Promise.promise();
        loop.runOnContext(_ -> client.connect(port, "127.0.0.1")
                .map(socket -> new LoadConnection(loop, socket))
                .onComplete(wire));
        return wire.future();
    }

    /** Its event loop. */
    Context eventLoop() {
        return loop;
    }

    /** Asks, and answers with the whole answer. */
    Future<LoadResponse> send(Buffer request) {
        Promise<LoadResponse> promise = Promise.promise();
        pending = promise;
        socket.write(request);
        return promise.future();
    }

    private void receive(Buffer part) {
        received = received.length() == 0
                ? part
                : Buffer.buffer().appendBuffer(received).appendBuffer(part);
        LoadResponse.parse(received).ifPresent(this::complete);
    }

    private void complete(LoadResponse loadResponse) {
        received = Buffer.buffer();
        var promise = pending;
        pending = null;
        if (promise != null) {
            promise.complete(loadResponse);
        }
    }

    private void fail(Throwable cause) {
        var promise = pending;
        pending = null;
        if (promise != null) {
            promise.tryFail(cause);
        }
    }

    void close() {
        loop.runOnContext(_ -> socket.close());
    }
}
