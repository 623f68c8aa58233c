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
import org.bitacora.benchmarks.testbed.Copies;
import org.bitacora.benchmarks.testbed.Registry;
import org.bitacora.benchmarks.testbed.Size;
import org.bitacora.benchmarks.testbed.Testbed;

/** A figure as of a random past moment, beside the same as of now; neither from a cache, one request at a time. */
public final class PastMoment implements Measurement {

    private static final int REQUESTS = 400;
    private static final String QUERY = "/indicators/bahia.actions/observations?by=category&period=" + Registry.YEAR;
    private static final long SEED = 2_014;

    private final Size size;

    public PastMoment(Size size) {
        this.size = size;
    }

    @Override
    public String name() {
        return size.name("as-of");
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
        bed.copies().have(size);
        var random = new Random(SEED);
        try (var web = bed.web().switchboard(1)) {
            return Rounds.of(unit(), () -> round(web, random));
        }
    }

    private double round(Switchboard web, Random random) {
        List<Double> then = new ArrayList<>();
        List<Double> now = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            then.add(milliseconds(web, random, 1 + random.nextInt(Copies.entries())));
            now.add(milliseconds(web, random, Copies.entries()));
        }
        Progress.say("  median %.2f ms then, %.2f ms now", Quantile.median(then), Quantile.median(now));
        return Quantile.median(then) / Quantile.median(now);
    }

    /** A parameter that says nothing but its number makes each request another. */
    private double milliseconds(Switchboard web, Random random, int asOf) {
        var territory = Copies.code(random.nextInt(size.territories()));
        var path = "/v1/territories/" + territory + QUERY + "&asOf=" + asOf + "&minPosition="
                + random.nextInt(Copies.entries());
        long begin = System.nanoTime();
        var answer = Web.await(web.ask(Request.get(path)));
        Json.of(answer, 200);
        return (System.nanoTime() - begin) / 1e6;
    }
}
