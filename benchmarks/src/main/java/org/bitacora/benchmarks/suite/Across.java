package org.bitacora.benchmarks.suite;

import java.util.ArrayList;
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
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Registry;
import org.bitacora.benchmarks.testbed.Size;
import org.bitacora.benchmarks.testbed.Testbed;

/** One indicator for all territories for a year, page by page of 1,000, one request at a time. */
public final class Across implements Measurement {

    private static final int REQUESTS = 25;
    private static final String PATH = "/v1/observations?indicator=bahia.actions&limit=1000&period=";

    private final Size size;

    public Across(Size size) {
        this.size = size;
    }

    @Override
    public String name() {
        return size.name("across");
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Floor floor() {
        return new Floor.AtMost(300 * size.times());
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.copies().have(size);
        try (var web = bed.web().switchboard(1)) {
            return Rounds.of(unit(), () -> round(web));
        }
    }

    private double round(Switchboard web) {
        var all = new ArrayList<Double>();
        for (int i = 0; i < REQUESTS; i++) {
            all.add(milliseconds(web, PATH + (Registry.YEAR - i % 10)));
        }
        Progress.say("  median %.1f ms, at most %.1f ms", Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }

    /** How long the pages from that one on take, each from the request to the last byte of its answer. */
    private double milliseconds(Switchboard web, String path) {
        int territories = 0;
        long time = 0;
        for (var next = path; !next.isEmpty(); ) {
            long begin = System.nanoTime();
            var answer = Web.await(web.ask(Request.get(next)));
            time += System.nanoTime() - begin;
            var page = Json.of(answer, 200);
            territories += page.path("items").size();
            next = page.path("next").asText("");
        }
        if (territories < size.territories()) {
            throw new Unmeasurable("Some territories did not answer.");
        }
        return time / 1e6;
    }
}
