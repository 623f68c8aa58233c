package org.bitacora.benchmarks;

import java.util.ArrayList;

/** One indicator for all of 1,000 territories for a year, one request at a time. */
final class Across implements Measurement {

    private static final int REQUESTS = 25;
    private static final String PATH = "/v1/observations?indicator=bahia.actions&limit=1000&period=";

    @Override
    public String name() {
        return "across";
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Floor floor() {
        return new Floor.AtMost(300);
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.copies().have(Cut.TERRITORIES);
        try (var web = bed.web().switchboard(1)) {
            return Rounds.of(unit(), () -> round(web));
        }
    }

    private static double round(Switchboard web) {
        var all = new ArrayList<Double>();
        for (int i = 0; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            var answer = Web.await(web.ask(Request.get(PATH + (Registry.YEAR - i % 10))));
            all.add((System.nanoTime() - begin) / 1e6);
            if (Json.of(answer, 200).path("items").size() < Cut.TERRITORIES) {
                throw new Unmeasurable("Some territories did not answer.");
            }
        }
        Progress.say("  median %.1f ms, at most %.1f ms", Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }
}
