package org.bitacora.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;

/** Puts each request through on a wire that is free, or on the next that becomes so: that waiting counts. */
public final class ConnectionPool implements AutoCloseable {

    private final Context loop;
    private final List<LoadConnection> wires;
    private final Deque<LoadConnection> idle;
    private final Queue<PendingRequest> waiting = new ArrayDeque<>();

    private record PendingRequest(Buffer request, Promise<LoadResponse> promise) {}

    ConnectionPool(Context loop, List<LoadConnection> wires) {
        this.loop = loop;
        this.wires = List.copyOf(wires);
        this.idle = new ArrayDeque<>(wires);
    }

    Context eventLoop() {
        return loop;
    }

    /** From any thread. */
    public Future<LoadResponse> send(Buffer request) {
        var pendingRequest = new PendingRequest(request, Promise.promise());
        loop.runOnContext(_ -> sendOrQueue(pendingRequest));
        return pendingRequest.promise().future();
    }

    private void sendOrQueue(PendingRequest pendingRequest) {
        var loadConnection = idle.poll();
        if (loadConnection == null) {
            waiting.add(pendingRequest);
        } else {
            sendOn(pendingRequest, loadConnection);
        }
    }

    private void sendOn(PendingRequest pendingRequest, LoadConnection loadConnection) {
        loadConnection.send(pendingRequest.request()).onComplete(result -> {
            release(loadConnection);
            pendingRequest.promise().handle(result);
        });
    }

    private void release(LoadConnection loadConnection) {
        var next = waiting.poll();
        if (next == null) {
            idle.push(loadConnection);
        } else {
            sendOn(next, loadConnection);
        }
    }

    @Override
    public void close() {
        wires.forEach(LoadConnection::close);
    }
}
