package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.bitacora.benchmarks.load.OpenLoop;
import org.bitacora.benchmarks.load.Switchboard;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Quantile;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * From an event's acknowledgement to a figure that counts it, while 1,000 events a second are posted one by one to 100
 * territories, the probes among them.
 */
public final class Visible implements Measurement {

    private static final int TERRITORIES = 100;
    private static final int PROBES = 80;
    private static final int OTHERS = 1_000 - PROBES;
    private static final int CONNECTIONS = 64;
    private static final Duration ROUND = Duration.ofMillis(6_500);

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Floor floor() {
        return new Floor.AtMost(50);
    }

    @Override
    public Measured measure(Testbed bed) {
        var territories = bed.seed().territories(TERRITORIES);
        try (var load = bed.web().switchboard(CONNECTIONS);
                var probing = bed.web().switchboard(CONNECTIONS)) {
            var probe = new Probe(bed.request(), probing, territories);
            var others = new Singles(bed, territories);
            return Rounds.of(unit(), () -> round(probe, others, load));
        }
    }

    private static double round(Probe probe, Singles others, Switchboard load) {
        var background = CompletableFuture.runAsync(() -> OpenLoop.milliseconds(
                OTHERS, ROUND, () -> load.ask(others.ask()).map(others::count)));
        OpenLoop.milliseconds(PROBES, ROUND, probe::go);
        background.join();
        var all = probe.milliseconds();
        Progress.say(
                "  %d probes: median %.1f ms, at most %.1f ms", all.size(), Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }
}
