package org.bitacora.api.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.api.assembly.Work;
import org.bitacora.projections.follow.Await;
import org.jboss.logging.Logger;

/**
 * Delivers messages, many at a time, and a few of each subscription: whoever does not answer keeps nobody else waiting.
 * Each attempt is noted, and what failed is due again later.
 */
@Singleton
class Courier implements Work {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final long POLL_MILLIS = 250;
    private static final int OF_EACH = 4;
    private static final Duration FORGETS = Duration.ofHours(1);
    private static final Duration STOPS = Duration.ofSeconds(3);

    private final Pool pool;
    private final Posting posting;
    private final Results results;
    private final WebhookConfiguration configuration;
    private final InstantSource clock;
    private final Bells bells;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger again = new AtomicInteger();
    private long forgot = System.nanoTime() - FORGETS.toNanos();

    Courier(
            @Named("log") Pool pool,
            Posting posting,
            Results results,
            WebhookConfiguration configuration,
            InstantSource clock,
            Bells bells,
            MeterRegistry meters) {
        this.pool = pool;
        this.posting = posting;
        this.results = results;
        this.configuration = configuration;
        this.clock = clock;
        this.bells = bells;
        meters.gauge("bitacora.webhooks.under.way", this, it -> it.count());
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public void run(Going going) throws InterruptedException {
        while (going.on()) {
            var due = new ArrayList<>(claim(false, configuration.underWay() - count()));
            due.addAll(claim(
                    true, Math.min(configuration.underWay() / 2, configuration.underWay() - count()) - again.get()));
            going.well();
            due.forEach(this::deliver);
            forget();
            if (due.isEmpty()) {
                bells.deliveries().await(POLL_MILLIS);
            }
        }
        settle();
    }

    private int count() {
        return underWay.values().stream().mapToInt(Integer::intValue).sum();
    }

    private List<Due> claim(boolean failedBefore, int room) {
        if (room <= 0) {
            return List.of();
        }
        var counted = Map.copyOf(underWay);
        var due = new ArrayList<Due>();
        Await.get(pool.preparedQuery(CourierSql.CLAIM)
                        .execute(Tuple.of(
                                counted.keySet().toArray(String[]::new),
                                counted.values().toArray(Integer[]::new),
                                failedBefore,
                                OF_EACH,
                                room,
                                longest().toMillis())))
                .forEach(row -> due.add(Due.of(row)));
        due.forEach(it -> underWay.merge(it.subscription(), 1, Integer::sum));
        again.addAndGet(failedBefore ? due.size() : 0);
        return due;
    }

    /** What an attempt may take, redirects and names that are slow to resolve among it. */
    private Duration longest() {
        return configuration.timeout().multipliedBy(4).plusSeconds(30);
    }

    private void deliver(Due due) {
        long begin = System.nanoTime();
        posting.post(due.url(), due.headers(clock.instant()), due.content())
                .compose(outcome -> results.note(due, outcome, Duration.ofNanos(System.nanoTime() - begin)))
                .onFailure(e -> LOG.warnf("What became of %s could not be noted: %s", due.id(), e.getMessage()))
                .onComplete(_ -> done(due));
    }

    private void done(Due due) {
        again.addAndGet(due.attempts() > 1 ? -1 : 0);
        underWay.computeIfPresent(due.subscription(), (_, count) -> count == 1 ? null : count - 1);
        bells.deliveries().ring();
    }

    private void forget() {
        if (System.nanoTime() - forgot > FORGETS.toNanos()) {
            forgot = System.nanoTime();
            Await.get(pool.preparedQuery(CourierSql.FORGET)
                    .execute(Tuple.of(configuration.kept().toSeconds())));
        }
    }

    /** What is on its way shall be noted, if it does not take long: else it is posted again. */
    private void settle() throws InterruptedException {
        long begin = System.nanoTime();
        while (count() > 0 && System.nanoTime() - begin < STOPS.toNanos()) {
            bells.deliveries().await(POLL_MILLIS);
        }
    }
}
