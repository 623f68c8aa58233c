package org.bitacora.benchmarks.testbed;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bitacora.benchmarks.load.LoadClient;
import org.bitacora.benchmarks.load.LoadResponse;
import org.bitacora.benchmarks.progress.MeasurementException;

/** Creates the data that measurements need, on first use. */
public final class TestbedSeeder {

    /** The code of the territory with 10,000 activities. */
    public static final String LARGE = "bench-large";

    private static final int LARGE_ACTIVITIES = 10_000;
    private static final int ENTRIES = 100_000;
    private static final int BATCH = 500;
    private static final int CONNECTIONS = 8;

    private final Testbed bed;
    private final List<String> territories = new ArrayList<>();
    private boolean hasLarge;
    private boolean hasLog;

    TestbedSeeder(Testbed bed) {
        this.bed = bed;
    }

    /** Returns the codes of {@code count} registered territories. */
    public List<String> ensureTerritories(int count) {
        if (territories.size() < count) {
            var missing = IntStream.range(territories.size(), count)
                    .mapToObj("bench-%04d"::formatted)
                    .toList();
            registerTerritories(missing);
            territories.addAll(missing);
        }
        return List.copyOf(territories.subList(0, count));
    }

    /** Registers territories. */
    public void registerTerritories(List<String> codes) {
        sendAll(codes.stream().map(this::renderRegistration).toList(), 200, 201);
    }

    private Buffer renderRegistration(String code) {
        return bed.requests().put("/v1/territories/" + code, """
                {"name":"Territory %s","kind":"city","country":"BR","timezone":"America/Bahia"}""".formatted(code));
    }

    /** Ensures that the territory with 10,000 activities exists and is projected. */
    public void ensureLargeTerritory() {
        if (!hasLarge) {
            registerTerritories(List.of(LARGE));
            postEvents(LARGE, LARGE_ACTIVITIES / (EventGenerator.BLOCK - 1) * EventGenerator.BLOCK);
            bed.projector().awaitCatchUp();
            hasLarge = true;
        }
    }

    /** Ensures that the logs of 1,000 territories have at least 100,000 entries in total, all projected. */
    public void ensureLog() {
        if (!hasLog) {
            var codes = ensureTerritories(1_000);
            postAll(codes, ENTRIES / codes.size());
            bed.projector().awaitCatchUp();
            hasLog = true;
        }
    }

    /** Posts events of a territory, and corrections of the first {@code corrected} of their activities. */
    public void postEvents(String territory, int events, int corrected) {
        List<GeneratedEvent> all = bed.events().nextBatch(territory, events);
        List<GeneratedEvent> corrections = new ArrayList<>();
        all.stream()
                .map(GeneratedEvent::activity)
                .distinct()
                .limit(corrected)
                .forEach(activity -> corrections.add(new GeneratedEvent(
                        "c-" + activity,
                        "org.bitacora.activity.corrected",
                        territory,
                        activity,
                        "{\"motivation\":\"reactive\",\"themes\":[\"health\"]}")));
        postInOrder(all);
        postInOrder(corrections);
    }

    private void postInOrder(List<GeneratedEvent> events) {
        for (int from = 0; from < events.size(); from += BATCH) {
            var part = events.subList(from, Math.min(from + BATCH, events.size()));
            sendAll(List.of(bed.requests().postBatch(EventGenerator.toJson(part))), 200, 200);
        }
    }

    private void postEvents(String territory, int events) {
        postAll(IntStream.range(0, events / BATCH).mapToObj(_ -> territory).toList(), BATCH);
    }

    /** Posts a single event, which wakes the projector and the relay. */
    public void postSingleEvent() {
        var territory = ensureTerritories(1).getFirst();
        sendAll(
                List.of(bed.requests()
                        .postBatch(EventGenerator.toJson(bed.events().nextBatch(territory, 1)))),
                200);
    }

    /** Ensures that the logs have at least {@code entries} entries, all projected. */
    public void ensureLog(long entries) {
        ensureLog();
        var codes = ensureTerritories(1_000);
        while (bed.database().queryLong("select coalesce(sum(position), 0)::bigint from head") < entries) {
            postAll(codes, ENTRIES / codes.size());
            bed.projector().awaitCatchUp();
        }
    }

    private void postAll(List<String> codes, int each) {
        sendAll(
                codes.stream()
                        .map(code -> bed.requests()
                                .postBatch(EventGenerator.toJson(bed.events().nextBatch(code, each))))
                        .toList(),
                200,
                200);
    }

    private void sendAll(List<Buffer> requests, int... expectedStatuses) {
        try (var connectionPool = bed.client().openPool(CONNECTIONS)) {
            List<Future<LoadResponse>> responses =
                    requests.stream().map(connectionPool::send).toList();
            for (var loadResponse : LoadClient.await(Future.all(responses)).<LoadResponse>list()) {
                if (IntStream.of(expectedStatuses).noneMatch(status -> status == loadResponse.status())) {
                    throw new MeasurementException("Unexpected response: " + loadResponse);
                }
            }
        }
    }
}
