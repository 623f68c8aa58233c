package org.bitacora.benchmarks.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bitacora.benchmarks.load.Json;
import org.bitacora.benchmarks.load.Request;
import org.bitacora.benchmarks.load.Switchboard;
import org.bitacora.benchmarks.load.Web;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Quantile;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.testbed.Strategy;
import org.bitacora.benchmarks.testbed.Testbed;

/** The scorecard as of a random past moment, beside the same as of now; neither from a cache, one request at a time. */
public final class ScorecardPast implements Measurement {

    private static final int REQUESTS = 60;
    private static final long SEED = 2_014;

    @Override
    public String name() {
        return "scorecard-as-of";
    }

    @Override
    public String unit() {
        return "times";
    }

    @Override
    public Floor floor() {
        return new Floor.AtMost(2);
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.strategy().have();
        var random = new Random(SEED);
        try (var web = bed.web().switchboard(1)) {
            return Rounds.of(unit(), () -> round(web, bed.strategy(), random));
        }
    }

    private static double round(Switchboard web, Strategy strategy, Random random) {
        List<Double> then = new ArrayList<>();
        List<Double> now = new ArrayList<>();
        int all = strategy.end() - strategy.begin();
        for (int i = 0; i < REQUESTS; i++) {
            then.add(milliseconds(web, random, strategy.begin() + random.nextInt(all)));
            now.add(milliseconds(web, random, strategy.end()));
        }
        Progress.say("  median %.1f ms then, %.1f ms now", Quantile.median(then), Quantile.median(now));
        return Quantile.median(then) / Quantile.median(now);
    }

    private static double milliseconds(Switchboard web, Random random, int asOf) {
        var path = Strategy.scorecard("&asOf=" + asOf + "&minPosition=" + random.nextInt(10_000));
        long begin = System.nanoTime();
        Json.of(Web.await(web.ask(Request.get(path))), 200);
        return (System.nanoTime() - begin) / 1e6;
    }
}
