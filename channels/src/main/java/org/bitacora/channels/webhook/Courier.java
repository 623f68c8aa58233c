package org.bitacora.channels.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitacora.projections.projector.Await;
import org.bitacora.projections.worker.Work;
import org.jboss.logging.Logger;

/**
 * Delivers messages, many at a time, and a few of each subscription: whoever does not answer keeps nobody else waiting.
 * Each attempt is noted, and what failed is due again later.
 */
@Singleton
class Courier implements Work {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final long POLL_MILLIS = 250;
    private static final int OF_SUBSCRIPTION = 4;
    private static final Duration AMPLY = Duration.ofSeconds(30);
    private static final Duration STOPS = Duration.ofSeconds(3);
    private static final long TIDIES_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Pool pool;
    private final Posting posting;
    private final Results results;
    private final WebhookConfiguration configuration;
    private final InstantSource clock;
    private final Bells bells;
    private final UnderWay underWay = new UnderWay();
    private long tidied = System.nanoTime() - TIDIES_NANOS;

    Courier(
            WebhookConnections connections,
            Posting posting,
            Results results,
            WebhookConfiguration configuration,
            InstantSource clock,
            Bells bells,
            MeterRegistry meters) {
        this.pool = connections.pool();
        this.posting = posting;
        this.results = results;
        this.configuration = configuration;
        this.clock = clock;
        this.bells = bells;
        meters.gauge("bitacora.webhooks.under.way", underWay, UnderWay::all);
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public void run(Going going) throws InterruptedException {
        while (going.on()) {
            int most = configuration.underWay();
            int begun = deliver(claim(false, most - underWay.all()));
            begun += deliver(claim(true, Math.min(most / 2 - underWay.slow(), most - underWay.all())));
            going.well();
            tidy();
            if (begun == 0) {
                var _ = bells.deliveries().await(POLL_MILLIS);
            }
        }
        settle();
    }

    /** Of one owner at most half of what slow ones may have is on its way, or a quarter of all. */
    private List<Due> claim(boolean isSlow, int room) {
        if (room <= 0) {
            return List.of();
        }
        var counts = underWay.byName();
        var due = new ArrayList<Due>();
        Await.get(pool.preparedQuery(CourierSql.CLAIM)
                        .execute(Tuple.from(List.of(
                                counts.keySet().toArray(String[]::new),
                                counts.values().toArray(Integer[]::new),
                                isSlow,
                                OF_SUBSCRIPTION,
                                isSlow ? Math.max(1, configuration.underWay() / 4) : configuration.underWay(),
                                room,
                                posting.longest().plus(AMPLY).toMillis()))))
                .forEach(row -> due.add(Due.of(row, isSlow)));
        return due;
    }

    private int deliver(List<Due> due) {
        due.forEach(underWay::begin);
        due.forEach(this::deliver);
        return due.size();
    }

    private void deliver(Due due) {
        long begin = System.nanoTime();
        attempt(due)
                .compose(outcome -> results.note(due, outcome, Duration.ofNanos(System.nanoTime() - begin)))
                .onFailure(e -> LOG.warnf("What became of %s could not be noted: %s", due.id(), e.getMessage()))
                .onComplete(_ -> {
                    underWay.end(due);
                    bells.deliveries().ring();
                });
    }

    private Future<Outcome> attempt(Due due) {
        try {
            var url = URI.create(due.url());
            return posting.post(url, due.headers(clock.instant()), Buffer.buffer(due.body()));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Message %s cannot be posted", due.id());
            return Future.succeededFuture(new Outcome.Unreached("not-allowed"));
        }
    }

    private void tidy() {
        if (System.nanoTime() - tidied > TIDIES_NANOS) {
            tidied = System.nanoTime();
            Await.get(pool.query(CourierSql.KEYLESS).execute());
            var kept = Tuple.of(configuration.kept().toSeconds());
            Await.get(pool.preparedQuery(CourierSql.FORGET).execute(kept));
        }
    }

    /** What is on its way shall be noted, if it does not take long: else it is posted again. */
    private void settle() throws InterruptedException {
        long begin = System.nanoTime();
        while (underWay.all() > 0 && System.nanoTime() - begin < STOPS.toNanos()) {
            var _ = bells.deliveries().await(POLL_MILLIS);
        }
    }
}
