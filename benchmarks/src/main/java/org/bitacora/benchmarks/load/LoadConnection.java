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
 * A keep-alive connection with one request at a time. Requests are rendered in advance and only the needed parts of a
 * response are parsed, because the load shares the machine with the application and must be cheap. Must be used on its
 * own event loop.
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
        Promise<LoadConnection> connection = Promise.promise();
        loop.runOnContext(_ -> client.connect(port, "127.0.0.1")
                .map(socket -> new LoadConnection(loop, socket))
                .onComplete(connection));
        return connection.future();
    }

    /** Returns the event loop of the connection. */
    Context eventLoop() {
        return loop;
    }

    /** Sends a request and returns its complete response. */
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
