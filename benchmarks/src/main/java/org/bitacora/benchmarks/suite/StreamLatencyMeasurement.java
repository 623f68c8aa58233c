package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.benchmarks.load.ConnectionPool;
import org.bitacora.benchmarks.load.LoadRequestRenderer;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.load.OpenLoop;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.testbed.GeneratedEvent;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures the time from the due time of an event to its arrival at each reader. There are 500 streams, 50 for each of
 * ten territories, and 100 single events a second.
 */
public final class StreamLatencyMeasurement implements Measurement {

    private static final int TERRITORIES = 10;
    private static final int READERS = 500;
    private static final int PER_SECOND = 100;
    private static final int CONNECTIONS = 16;
    private static final Duration ROUND = Duration.ofSeconds(6);

    private final ArrivalTimes arrivalTimes = new ArrivalTimes();
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(100);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        var territories = bed.seeder().ensureTerritories(TERRITORIES);
        try (var streamReaders = new StreamReaders(arrivalTimes::recordArrival);
                var pool = bed.client().openPool(CONNECTIONS)) {
            streamReaders.openReaders(bed.client(), territories, READERS);
            return MeasurementRounds.measure(unit(), () -> round(bed.requests(), pool, territories));
        }
    }

    private double round(LoadRequestRenderer loadRequestRenderer, ConnectionPool pool, List<String> territories) {
        int before = number.get();
        OpenLoop.measureLatencies(PER_SECOND, ROUND, at -> {
            int n = number.getAndIncrement();
            var territory = territories.get(n % territories.size());
            var generatedEvent = new GeneratedEvent(
                    "s" + n, "org.bitacora.visit.received", territory, "s" + n, "{\"start\":\"2014\"}");
            arrivalTimes.recordDue(generatedEvent.subject(), at);
            return pool.send(loadRequestRenderer.postEvent(generatedEvent.toCloudEvent()))
                    .map(loadResponse -> LoadResponseParser.parse(loadResponse, 201));
        });
        return arrivalTimes.awaitP99((number.get() - before) * READERS / TERRITORIES);
    }
}
