package org.bitacora.benchmarks;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The scorecard of a year, 20 times a second; a parameter that says nothing but its number makes each another. */
final class ScorecardFresh implements Measurement {

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
