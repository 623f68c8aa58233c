package org.bitacora.benchmarks.suite;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.bitacora.benchmarks.load.Answer;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.load.Request;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Event;
import org.bitacora.benchmarks.testbed.Registry;
import org.bitacora.benchmarks.testbed.Testbed;

/** A sender's single events: some about one territory, then some about another. */
final class Singles implements ClosedLoop.Talk {

    private final Request request;
    private final Registry registry;
    private final List<String> territories;
    private final Deque<Event> next = new ArrayDeque<>();

    Singles(Testbed bed, List<String> territories) {
        this.request = bed.request();
        this.registry = bed.registry();
        this.territories = territories;
    }

    @Override
    public Buffer ask() {
        if (next.isEmpty()) {
            next.addAll(
                    registry.block(territories.get(ThreadLocalRandom.current().nextInt(territories.size()))));
        }
        return request.event(next.remove().json());
    }

    @Override
    public int count(Answer answer) {
        if (answer.status() != 201) {
            throw new Unmeasurable("An event was answered " + answer);
        }
        return 1;
    }
}
