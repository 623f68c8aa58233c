package org.bitacora.benchmarks.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;

/**
 * Sends each request on an idle connection, or on the next one that becomes idle. The wait for a connection is part of
 * the latency.
 */
public final class ConnectionPool implements AutoCloseable {

    private final Context loop;
    private final List<LoadConnection> connections;
    private final Deque<LoadConnection> idle;
    private final Queue<PendingRequest> waiting = new ArrayDeque<>();

    private record PendingRequest(Buffer request, Promise<LoadResponse> promise) {}

    ConnectionPool(Context loop, List<LoadConnection> connections) {
        this.loop = loop;
        this.connections = List.copyOf(connections);
        this.idle = new ArrayDeque<>(connections);
    }

    Context eventLoop() {
        return loop;
    }

    /** Sends a request. May be called from any thread. */
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
        connections.forEach(LoadConnection::close);
    }
}
