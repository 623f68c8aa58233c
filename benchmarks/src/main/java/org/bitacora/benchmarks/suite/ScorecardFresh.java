package org.bitacora.benchmarks.suite;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.benchmarks.load.Json;
import org.bitacora.benchmarks.load.OpenLoop;
import org.bitacora.benchmarks.load.Request;
import org.bitacora.benchmarks.load.Switchboard;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Quantile;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.testbed.Strategy;
import org.bitacora.benchmarks.testbed.Testbed;

/** The scorecard of a year, 20 times a second; a parameter that says nothing but its number makes each another. */
public final class ScorecardFresh implements Measurement {

    private static final int PER_SECOND = 20;
    private static final int CONNECTIONS = 16;
    private static final Duration ROUND = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "scorecard";
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Floor floor() {
        return new Floor.AtMost(60);
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.strategy().have();
        var asked = new AtomicInteger();
        try (var web = bed.web().switchboard(CONNECTIONS)) {
            return Rounds.of(unit(), () -> round(web, asked));
        }
    }

    private static double round(Switchboard web, AtomicInteger asked) {
        var all = OpenLoop.milliseconds(PER_SECOND, ROUND, () -> web.ask(
                        Request.get(Strategy.scorecard("&minPosition=" + asked.incrementAndGet())))
                .map(answer -> Json.of(answer, 200)));
        Progress.say("  median %.1f ms, at most %.1f ms", Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }
}
