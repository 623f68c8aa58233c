package org.bitacora.benchmarks.suite;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.load.LoadRequestRenderer;
import org.bitacora.benchmarks.load.LoadResponse;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.testbed.EventGenerator;
import org.bitacora.benchmarks.testbed.GeneratedEvent;
import org.bitacora.benchmarks.testbed.Testbed;

/** Sends single events: a block about one territory, then a block about another. */
final class SingleEventExchange implements ClosedLoop.LoadExchange {

    private final LoadRequestRenderer loadRequestRenderer;
    private final EventGenerator eventGenerator;
    private final List<String> territories;
    private final Deque<GeneratedEvent> next = new ArrayDeque<>();

    SingleEventExchange(Testbed bed, List<String> territories) {
        this.loadRequestRenderer = bed.requests();
        this.eventGenerator = bed.events();
        this.territories = territories;
    }

    @Override
    public Buffer nextRequest() {
        if (next.isEmpty()) {
            next.addAll(eventGenerator.nextBlock(
                    territories.get(ThreadLocalRandom.current().nextInt(territories.size()))));
        }
        return loadRequestRenderer.postEvent(next.remove().toCloudEvent());
    }

    @Override
    public int countCompleted(LoadResponse loadResponse) {
        if (loadResponse.status() != 201) {
            throw new MeasurementException("Unexpected response to an event: " + loadResponse);
        }
        return 1;
    }
}
