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
public final class Switchboard implements AutoCloseable {

    private final Context loop;
    private final List<Wire> wires;
    private final Deque<Wire> free;
    private final Queue<Call> waiting = new ArrayDeque<>();

    private record Call(Buffer request, Promise<Answer> answer) {}

    Switchboard(Context loop, List<Wire> wires) {
        this.loop = loop;
        this.wires = List.copyOf(wires);
        this.free = new ArrayDeque<>(wires);
    }

    Context loop() {
        return loop;
    }

    /** From any thread. */
    public Future<Answer> ask(Buffer request) {
        var call = new Call(request, Promise.promise());
        loop.runOnContext(_ -> accept(call));
        return call.answer().future();
    }

    private void accept(Call call) {
        var wire = free.poll();
        if (wire == null) {
            waiting.add(call);
        } else {
            put(call, wire);
        }
    }

    private void put(Call call, Wire wire) {
        wire.ask(call.request()).onComplete(result -> {
            release(wire);
            call.answer().handle(result);
        });
    }

    private void release(Wire wire) {
        var next = waiting.poll();
        if (next == null) {
            free.push(wire);
        } else {
            put(next, wire);
        }
    }

    @Override
    public void close() {
        wires.forEach(Wire::close);
    }
}
