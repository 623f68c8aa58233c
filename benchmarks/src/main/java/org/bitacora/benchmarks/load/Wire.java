package org.bitacora.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is kept alive and asks one thing at a time. Requests come rendered, and of an answer only what is
 * needed is read: the load shares the machine with what it loads, so it has to be cheap. Used on its own event loop.
 */
final class Wire {

    private final Context loop;
    private final NetSocket socket;
    private Buffer received = Buffer.buffer();
    private @Nullable Promise<Answer> asked;

    private Wire(Context loop, NetSocket socket) {
        this.loop = loop;
        this.socket = socket;
        socket.handler(this::receive);
        socket.exceptionHandler(this::fail);
        socket.closeHandler(_ -> fail(new Unmeasurable("The application closed a connection.")));
    }

    static Future<Wire> to(int port, NetClient client, Context loop) {
        Promise<Wire> wire = Promise.promise();
        loop.runOnContext(_ -> client.connect(port, "127.0.0.1")
                .map(socket -> new Wire(loop, socket))
                .onComplete(wire));
        return wire.future();
    }

    /** Its event loop. */
    Context loop() {
        return loop;
    }

    /** Asks, and answers with the whole answer. */
    Future<Answer> ask(Buffer request) {
        Promise<Answer> promise = Promise.promise();
        asked = promise;
        socket.write(request);
        return promise.future();
    }

    private void receive(Buffer part) {
        received = received.length() == 0
                ? part
                : Buffer.buffer().appendBuffer(received).appendBuffer(part);
        Answer.in(received).ifPresent(this::answered);
    }

    private void answered(Answer answer) {
        received = Buffer.buffer();
        var promise = asked;
        asked = null;
        if (promise != null) {
            promise.complete(answer);
        }
    }

    private void fail(Throwable cause) {
        var promise = asked;
        asked = null;
        if (promise != null) {
            promise.tryFail(cause);
        }
    }

    void close() {
        loop.runOnContext(_ -> socket.close());
    }
}
