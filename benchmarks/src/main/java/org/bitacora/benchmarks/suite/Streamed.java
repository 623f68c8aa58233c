package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.benchmarks.load.Json;
import org.bitacora.benchmarks.load.OpenLoop;
import org.bitacora.benchmarks.load.Request;
import org.bitacora.benchmarks.load.Switchboard;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.testbed.Event;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * From when an event was due to be posted to its arrival at each of those who listen: 500 streams, 50 of each of ten
 * territories, to which 100 events a second are posted one by one.
 */
public final class Streamed implements Measurement {

    private static final int TERRITORIES = 10;
    private static final int READERS = 500;
    private static final int PER_SECOND = 100;
    private static final int CONNECTIONS = 16;
    private static final Duration ROUND = Duration.ofSeconds(6);

    private final Arrivals arrivals = new Arrivals();
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
    public Floor floor() {
        return new Floor.AtMost(100);
    }

    @Override
    public Measured measure(Testbed bed) {
        var territories = bed.seed().territories(TERRITORIES);
        try (var listening = new Listening(arrivals::told);
                var posting = bed.web().switchboard(CONNECTIONS)) {
            listening.open(bed.web(), territories, READERS);
            return Rounds.of(unit(), () -> round(bed.request(), posting, territories));
        }
    }

    private double round(Request request, Switchboard posting, List<String> territories) {
        int before = number.get();
        OpenLoop.milliseconds(PER_SECOND, ROUND, at -> {
            int n = number.getAndIncrement();
            var territory = territories.get(n % territories.size());
            var event = new Event("s" + n, "org.bitacora.visit.received", territory, "s" + n, "{\"start\":\"2014\"}");
            arrivals.due(event.subject(), at);
            return posting.ask(request.event(event.json())).map(answer -> Json.of(answer, 201));
        });
        return arrivals.p99((number.get() - before) * READERS / TERRITORIES);
    }
}
