package org.bitacora.benchmarks.suite;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.benchmarks.load.Answer;
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
import org.bitacora.benchmarks.testbed.Registry;
import org.bitacora.benchmarks.testbed.Seed;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * A year by category in a territory of 10,000 activities over ten years, 100 times a second. Each request is as of
 * another position, so none can be answered from a cache.
 */
public final class Figure implements Measurement {

    /** The figure of now. */
    static final String PATH = "/v1/territories/" + Seed.LARGE
            + "/indicators/bahia.actions/observations?by=category&period=" + Registry.YEAR;

    private static final int PER_SECOND = 100;
    private static final int CONNECTIONS = 32;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final int LAST_POSITION = 12_000;

    @Override
    public String name() {
        return "figure";
    }

    @Override
    public String unit() {
        return "ms p99";
    }

    @Override
    public Floor floor() {
        return new Floor.AtMost(25);
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.seed().large();
        var position = new AtomicInteger(LAST_POSITION);
        try (var web = bed.web().switchboard(CONNECTIONS)) {
            return Rounds.of(unit(), () -> round(web, position));
        }
    }

    private static double round(Switchboard web, AtomicInteger position) {
        var all = OpenLoop.milliseconds(
                PER_SECOND, ROUND, () -> ask(web, position.getAndDecrement()).map(answer -> Json.of(answer, 200)));
        Progress.say("  median %.1f ms, at most %.1f ms", Quantile.median(all), Quantile.of(1, all));
        return Quantile.of(0.99, all);
    }

    private static Future<Answer> ask(Switchboard web, int asOf) {
        Buffer request = Request.get(PATH + "&asOf=" + asOf);
        return web.ask(request);
    }
}
