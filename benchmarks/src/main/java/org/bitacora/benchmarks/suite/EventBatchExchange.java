package org.bitacora.benchmarks.suite;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.load.LoadResponse;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.testbed.EventGenerator;
import org.bitacora.benchmarks.testbed.Testbed;

/** Sends batches of 100 events, each batch about one territory, as a registry does. */
record EventBatchExchange(Testbed bed, List<String> territories) implements ClosedLoop.LoadExchange {

    static final int SIZE = 100;

    private static final String ALL_APPENDED = "{\"appended\":" + SIZE + ",";

    @Override
    public Buffer nextRequest() {
        var territory = territories.get(ThreadLocalRandom.current().nextInt(territories.size()));
        return bed.requests().postBatch(EventGenerator.toJson(bed.events().nextBatch(territory, SIZE)));
    }

    @Override
    public int countCompleted(LoadResponse loadResponse) {
        if (loadResponse.status() != 200 || !loadResponse.bodyStartsWith(ALL_APPENDED)) {
            throw new MeasurementException("Unexpected response to a batch: " + loadResponse);
        }
        return SIZE;
    }
}
