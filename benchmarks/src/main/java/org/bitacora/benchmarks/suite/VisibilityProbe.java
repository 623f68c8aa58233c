package org.bitacora.benchmarks.suite;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.benchmarks.load.ConnectionPool;
import org.bitacora.benchmarks.load.LoadRequestRenderer;
import org.bitacora.benchmarks.load.LoadResponse;
import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.testbed.GeneratedEvent;

/**
 * Posts an event that counts in 2014 and polls the observation of that year until it has grown. No other events count
 * in 2014.
 */
final class VisibilityProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String DATA = """
            {"title":"Delegación de Rosario","start":"2014-05-12","end":"2014-05-14","counterparts":[{"name":\
            "Municipalidad de Rosario","type":"local-government","country":"AR","city":"Rosario"}],"themes":["culture"],\
            "place":{"country":"BR","city":"Salvador"}}""";

    private final LoadRequestRenderer loadRequestRenderer;
    private final ConnectionPool web;
    private final List<String> territories;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, Integer> acknowledgedCounts = new ConcurrentHashMap<>();
    private final Queue<Double> milliseconds = new ConcurrentLinkedQueue<>();

    VisibilityProbe(LoadRequestRenderer loadRequestRenderer, ConnectionPool web, List<String> territories) {
        this.loadRequestRenderer = loadRequestRenderer;
        this.web = web;
        this.territories = territories;
    }

    /** Runs one probe; completes when the observation has grown. */
    Future<?> run() {
        int probe = number.getAndIncrement();
        var territory = territories.get(probe % territories.size());
        var name = "p" + probe;
        var generatedEvent = new GeneratedEvent(name, "org.bitacora.visit.received", territory, name, DATA);
        return web.send(loadRequestRenderer.postEvent(generatedEvent.toCloudEvent()))
                .compose(loadResponse -> handleAcknowledgement(loadResponse, territory));
    }

    private Future<?> handleAcknowledgement(LoadResponse loadResponse, String territory) {
        long begin = System.nanoTime();
        long position =
                LoadResponseParser.parse(loadResponse, 201).path("position").asLong();
        int count = acknowledgedCounts.merge(territory, 1, Integer::sum);
        return poll(observationRequest(territory, position), count, begin);
    }

    private static Buffer observationRequest(String territory, long position) {
        return LoadRequestRenderer.get("/v1/territories/" + territory
                + "/indicators/bahia.actions/observations?period=2014&minPosition=" + position);
    }

    private Future<?> poll(Buffer observationRequest, int count, long begin) {
        return web.send(observationRequest)
                .compose(loadResponse -> checkValue(loadResponse, observationRequest, count, begin));
    }

    private Future<?> checkValue(LoadResponse loadResponse, Buffer observationRequest, int count, long begin) {
        long elapsed = System.nanoTime() - begin;
        if (loadResponse.status() == 200 && value(loadResponse) >= count) {
            milliseconds.add(elapsed / 1e6);
            return Future.succeededFuture();
        }
        return elapsed < PATIENCE.toNanos()
                ? poll(observationRequest, count, begin)
                : Future.failedFuture(
                        new MeasurementException("An observation did not reach " + count + ": " + loadResponse));
    }

    private static int value(LoadResponse loadResponse) {
        return LoadResponseParser.parse(loadResponse, 200)
                .path("observations")
                .path(0)
                .path("value")
                .asInt();
    }

    /**
     * Returns and removes the times in milliseconds from the acknowledgement to the observation that counts the event.
     */
    List<Double> drainLatencies() {
        List<Double> all = new ArrayList<>();
        for (var next = milliseconds.poll(); next != null; next = milliseconds.poll()) {
            all.add(next);
        }
        return all;
    }
}
