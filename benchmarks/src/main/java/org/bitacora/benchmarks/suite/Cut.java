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
import org.bitacora.benchmarks.measurement.Quantile;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.testbed.Copies;
import org.bitacora.benchmarks.testbed.Registry;
import org.bitacora.benchmarks.testbed.Size;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * A territory's year in any cut among a million activities, 100 times a second: each request of another territory, in
 * another cut, so that no cache can answer it.
 */
public final class Cut implements Measurement {

    private static final int PER_SECOND = 100;
    private static final int CONNECTIONS = 32;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final List<String> CUTS = List.of(
            "bahia.actions/observations?by=category",
            "bh.actions/observations?by=kind,month",
            "bh.actions/observations?by=country&theme=culture",
            "allas.planned-share/observations?by=dimension",
            "allas.partners/observations?by=country",
            "allas.agreements-in-force/observations?by=quarter",
            "basic.visits-received/observations?by=quarter&country=AR",
            "allas.countries/observations?by=month");

    private final Size size;

    public Cut(Size size) {
        this.size = size;
    }

    @Override
    public String name() {
        return size.name("cut");
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Floor floor() {
        return new Floor.AtMost(20);
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.copies().have(size);
        var asked = new AtomicInteger();
        try (var web = bed.web().switchboard(CONNECTIONS)) {
            return Rounds.of(unit(), () -> round(web, asked));
        }
    }

    private double round(Switchboard web, AtomicInteger asked) {
        var all = OpenLoop.milliseconds(PER_SECOND, ROUND, () -> web.ask(Request.get(path(asked.getAndIncrement())))
                .map(answer -> Json.of(answer, 200)));
        Progress.say("  median %.1f ms, at most %.1f ms", Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }

    private String path(int number) {
        var position = Copies.entries() - number / size.territories();
        return "/v1/territories/" + Copies.code(number * 7 % size.territories()) + "/indicators/"
                + CUTS.get(number % CUTS.size()) + "&period=" + Registry.YEAR + "&asOf=" + position;
    }
}
