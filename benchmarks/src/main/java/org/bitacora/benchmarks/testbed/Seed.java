package org.bitacora.benchmarks.testbed;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bitacora.benchmarks.load.Answer;
import org.bitacora.benchmarks.load.Web;
import org.bitacora.benchmarks.progress.Unmeasurable;

/** What has to be there before something is measured; made when it is first asked for. */
public final class Seed {

    /** The territory of 10,000 activities. */
    public static final String LARGE = "bench-large";

    private static final int LARGE_ACTIVITIES = 10_000;
    private static final int ENTRIES = 100_000;
    private static final int BATCH = 500;
    private static final int WIRES = 8;

    private final Testbed bed;
    private final List<String> territories = new ArrayList<>();
    private boolean hasLarge;
    private boolean hasLog;

    Seed(Testbed bed) {
        this.bed = bed;
    }

    /** Codes of that many territories that are registered. */
    public List<String> territories(int count) {
        if (territories.size() < count) {
            var missing = IntStream.range(territories.size(), count)
                    .mapToObj("bench-%04d"::formatted)
                    .toList();
            register(missing);
            territories.addAll(missing);
        }
        return List.copyOf(territories.subList(0, count));
    }

    /** Registers territories. */
    public void register(List<String> codes) {
        all(codes.stream().map(this::registration).toList(), 200, 201);
    }

    private Buffer registration(String code) {
        return bed.request().put("/v1/territories/" + code, """
                {"name":"Territory %s","kind":"city","country":"BR","timezone":"America/Bahia"}""".formatted(code));
    }

    /** The territory of 10,000 activities, projected. */
    public void large() {
        if (!hasLarge) {
            register(List.of(LARGE));
            post(LARGE, LARGE_ACTIVITIES / (Registry.BLOCK - 1) * Registry.BLOCK);
            bed.projection().catchUp();
            hasLarge = true;
        }
    }

    /** A log of 100,000 entries and more over 1,000 territories, projected. */
    public void log() {
        if (!hasLog) {
            var codes = territories(1_000);
            postAll(codes, ENTRIES / codes.size());
            bed.projection().catchUp();
            hasLog = true;
        }
    }

    /** Posts events of a territory, and corrections of the first of their activities. */
    public void post(String territory, int events, int corrected) {
        List<Event> all = bed.registry().batch(territory, events);
        List<Event> corrections = new ArrayList<>();
        all.stream()
                .map(Event::activity)
                .distinct()
                .limit(corrected)
                .forEach(activity -> corrections.add(new Event(
                        "c-" + activity,
                        "org.bitacora.activity.corrected",
                        territory,
                        activity,
                        "{\"motivation\":\"reactive\",\"themes\":[\"health\"]}")));
        postInOrder(all);
        postInOrder(corrections);
    }

    private void postInOrder(List<Event> events) {
        for (int from = 0; from < events.size(); from += BATCH) {
            var part = events.subList(from, Math.min(from + BATCH, events.size()));
            all(List.of(bed.request().batch(Registry.json(part))), 200, 200);
        }
    }

    private void post(String territory, int events) {
        postAll(IntStream.range(0, events / BATCH).mapToObj(_ -> territory).toList(), BATCH);
    }

    /** Posts a single event, which wakes whoever follows or tells the logs. */
    public void postOne() {
        var territory = territories(1).getFirst();
        all(List.of(bed.request().batch(Registry.json(bed.registry().batch(territory, 1)))), 200);
    }

    /** As many entries at least, over 1,000 territories, projected. */
    public void log(long entries) {
        log();
        var codes = territories(1_000);
        while (bed.database().number("select coalesce(sum(position), 0)::bigint from head") < entries) {
            postAll(codes, ENTRIES / codes.size());
            bed.projection().catchUp();
        }
    }

    private void postAll(List<String> codes, int each) {
        all(
                codes.stream()
                        .map(code ->
                                bed.request().batch(Registry.json(bed.registry().batch(code, each))))
                        .toList(),
                200,
                200);
    }

    private void all(List<Buffer> requests, int... wanted) {
        try (var switchboard = bed.web().switchboard(WIRES)) {
            List<Future<Answer>> answers =
                    requests.stream().map(switchboard::ask).toList();
            for (var answer : Web.await(Future.all(answers)).<Answer>list()) {
                if (IntStream.of(wanted).noneMatch(status -> status == answer.status())) {
                    throw new Unmeasurable("The application answered " + answer);
                }
            }
        }
    }
}
