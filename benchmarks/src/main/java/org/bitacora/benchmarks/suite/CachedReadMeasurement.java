package org.bitacora.benchmarks.suite;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.bitacora.benchmarks.load.ClosedLoop;
import org.bitacora.benchmarks.load.LoadRequestRenderer;
import org.bitacora.benchmarks.load.LoadResponse;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.testbed.StrategyFixture;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures repeated reads of a cached resource, every other time with its entity tag. Raw limit: a trivial endpoint.
 */
public final class CachedReadMeasurement implements Measurement {

    /** The current observation. */
    public static final CachedReadMeasurement FIGURE =
            new CachedReadMeasurement("figure-cached", ObservationQueryMeasurement.PATH, bed -> bed.seeder()
                    .ensureLargeTerritory());

    /** The current scorecard. */
    public static final CachedReadMeasurement SCORECARD =
            new CachedReadMeasurement("scorecard-cached", StrategyFixture.scorecardPath(""), bed -> bed.strategy()
                    .ensureStrategy());

    private static final int CONNECTIONS = 32;
    private static final Duration ROUND = Duration.ofSeconds(2);

    private final String name;
    private final String path;
    private final Consumer<Testbed> preparation;

    private CachedReadMeasurement(String name, String path, Consumer<Testbed> seeding) {
        this.name = name;
        this.path = path;
        this.preparation = seeding;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "requests/s";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MinimumRatio(0.6);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        preparation.accept(bed);
        var tag = fetchTag(bed);
        try (var figure = new ClosedLoop(
                        bed.client().openConnections(CONNECTIONS), () -> new ConditionalGetExchange(path, tag));
                var trivial = new ClosedLoop(bed.client().openConnections(CONNECTIONS), HomeGetExchange::new)) {
            return MeasurementRounds.measure(figure::measureRate, trivial::measureRate, ROUND);
        }
    }

    private String fetchTag(Testbed bed) {
        var loadResponse = bed.client().send(LoadRequestRenderer.get(path));
        LoadResponseParser.parse(loadResponse, 200);
        return loadResponse.header("etag").orElseThrow(() -> new MeasurementException("The response has no ETag."));
    }

    /** Alternates between a plain and a conditional request. */
    private static final class ConditionalGetExchange implements ClosedLoop.LoadExchange {

        private final Buffer fullRequest;
        private final Buffer conditionalRequest;
        private boolean isConditional;

        ConditionalGetExchange(String path, String tag) {
            this.fullRequest = LoadRequestRenderer.get(path);
            this.conditionalRequest = LoadRequestRenderer.getIfNoneMatch(path, tag);
        }

        @Override
        public Buffer nextRequest() {
            isConditional = !isConditional;
            return isConditional ? conditionalRequest : fullRequest;
        }

        @Override
        public int countCompleted(LoadResponse loadResponse) {
            return requireStatus(loadResponse, isConditional ? 304 : 200);
        }
    }

    private static final class HomeGetExchange implements ClosedLoop.LoadExchange {

        private final Buffer request = LoadRequestRenderer.get("/v1");

        @Override
        public Buffer nextRequest() {
            return request;
        }

        @Override
        public int countCompleted(LoadResponse loadResponse) {
            return requireStatus(loadResponse, 200);
        }
    }

    private static int requireStatus(LoadResponse loadResponse, int status) {
        if (loadResponse.status() != status) {
            throw new MeasurementException("Expected status " + status + ", got " + loadResponse);
        }
        return 1;
    }
}
