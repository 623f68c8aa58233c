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
import org.bitacora.benchmarks.load.Answer;
import org.bitacora.benchmarks.load.Json;
import org.bitacora.benchmarks.load.Request;
import org.bitacora.benchmarks.load.Switchboard;
import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Event;

/** Posts an event that counts in 2014, as no other does, and asks for the figure until it has grown. */
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String DATA = """
            {"title":"Delegación de Rosario","start":"2014-05-12","end":"2014-05-14","counterparts":[{"name":\
            "Municipalidad de Rosario","type":"local-government","country":"AR","city":"Rosario"}],"themes":["culture"],\
            "place":{"country":"BR","city":"Salvador"}}""";

    private final Request request;
    private final Switchboard web;
    private final List<String> territories;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Double> milliseconds = new ConcurrentLinkedQueue<>();

    Probe(Request request, Switchboard web, List<String> territories) {
        this.request = request;
        this.web = web;
        this.territories = territories;
    }

    /** Ends when the figure has grown. */
    Future<?> go() {
        int probe = number.getAndIncrement();
        var territory = territories.get(probe % territories.size());
        var name = "p" + probe;
        var event = new Event(name, "org.bitacora.visit.received", territory, name, DATA);
        return web.ask(request.event(event.json())).compose(answer -> acknowledged(answer, territory));
    }

    private Future<?> acknowledged(Answer answer, String territory) {
        long begin = System.nanoTime();
        long position = Json.of(answer, 201).path("position").asLong();
        int count = acknowledged.merge(territory, 1, Integer::sum);
        return look(figure(territory, position), count, begin);
    }

    private static Buffer figure(String territory, long position) {
        return Request.get("/v1/territories/" + territory
                + "/indicators/bahia.actions/observations?period=2014&minPosition=" + position);
    }

    private Future<?> look(Buffer figure, int count, long begin) {
        return web.ask(figure).compose(answer -> seen(answer, figure, count, begin));
    }

    private Future<?> seen(Answer answer, Buffer figure, int count, long begin) {
        long took = System.nanoTime() - begin;
        if (answer.status() == 200 && value(answer) >= count) {
            milliseconds.add(took / 1e6);
            return Future.succeededFuture();
        }
        return took < PATIENCE.toNanos()
                ? look(figure, count, begin)
                : Future.failedFuture(new Unmeasurable("A figure did not grow to " + count + ": " + answer));
    }

    private static int value(Answer answer) {
        return Json.of(answer, 200).path("observations").path(0).path("value").asInt();
    }

    /** How long each took from its acknowledgement to the figure that counts it, since this was asked last. */
    List<Double> milliseconds() {
        List<Double> all = new ArrayList<>();
        for (var next = milliseconds.poll(); next != null; next = milliseconds.poll()) {
            all.add(next);
        }
        return all;
    }
}
