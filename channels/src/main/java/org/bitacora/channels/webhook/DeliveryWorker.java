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
import org.bitacora.projections.projector.Futures;
import org.bitacora.projections.worker.BackgroundTask;
import org.jboss.logging.Logger;

/**
 * Delivers messages, many at a time but only a few per subscription, so that an unresponsive receiver does not delay
 * the others. Records each attempt and reschedules failed ones.
 */
@Singleton
class DeliveryWorker implements BackgroundTask {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final long POLL_MILLIS = 250;
    private static final int MAX_PER_SUBSCRIPTION = 4;
    private static final Duration CLAIM_MARGIN = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(3);
    private static final long PURGE_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Pool pool;
    private final WebhookClient client;
    private final AttemptRecorder recorder;
    private final WebhookConfiguration configuration;
    private final InstantSource clock;
    private final DeliverySignals signals;
    private final InFlightDeliveries inFlight = new InFlightDeliveries();
    private long purgedAt = System.nanoTime() - PURGE_INTERVAL_NANOS;

    DeliveryWorker(
            WebhookConnections connections,
            WebhookClient webhookClient,
            AttemptRecorder attemptRecorder,
            WebhookConfiguration configuration,
            InstantSource clock,
            DeliverySignals deliverySignals,
            MeterRegistry meters) {
        this.pool = connections.pool();
        this.client = webhookClient;
        this.recorder = attemptRecorder;
        this.configuration = configuration;
        this.clock = clock;
        this.signals = deliverySignals;
        meters.gauge("bitacora.webhooks.under.way", inFlight, InFlightDeliveries::total);
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public void run(RunToken runToken) throws InterruptedException {
        while (runToken.isRunning()) {
            int most = configuration.underWay();
            int begun = deliver(claim(false, most - inFlight.total()));
            begun += deliver(claim(true, Math.min(most / 2 - inFlight.slow(), most - inFlight.total())));
            runToken.reportHealthy();
            purge();
            if (begun == 0) {
                var _ = signals.deliverySignal().await(POLL_MILLIS);
            }
        }
        awaitInFlight();
    }

    /**
     * Claims due deliveries. The deliveries of one owner may use the whole capacity; those of its slow subscriptions
     * may use a quarter of it.
     */
    private List<DueDelivery> claim(boolean isSlow, int room) {
        if (room <= 0) {
            return List.of();
        }
        var counts = inFlight.countsByName();
        var due = new ArrayList<DueDelivery>();
        Futures.await(pool.preparedQuery(DeliverySql.CLAIM)
                        .execute(Tuple.from(List.of(
                                counts.keySet().toArray(String[]::new),
                                counts.values().toArray(Integer[]::new),
                                isSlow,
                                MAX_PER_SUBSCRIPTION,
                                isSlow ? Math.max(1, configuration.underWay() / 4) : configuration.underWay(),
                                room,
                                client.maxDuration().plus(CLAIM_MARGIN).toMillis()))))
                .forEach(row -> due.add(DueDelivery.of(row, isSlow)));
        return due;
    }

    private int deliver(List<DueDelivery> due) {
        due.forEach(inFlight::add);
        due.forEach(this::deliver);
        return due.size();
    }

    private void deliver(DueDelivery dueDelivery) {
        long begin = System.nanoTime();
        attempt(dueDelivery)
                .compose(attemptResult ->
                        recorder.recordResult(dueDelivery, attemptResult, Duration.ofNanos(System.nanoTime() - begin)))
                .onFailure(e ->
                        LOG.warnf("Could not record the attempt of delivery %s: %s", dueDelivery.id(), e.getMessage()))
                .onComplete(_ -> {
                    inFlight.remove(dueDelivery);
                    signals.deliverySignal().signal();
                });
    }

    private Future<AttemptResult> attempt(DueDelivery dueDelivery) {
        try {
            var url = URI.create(dueDelivery.url());
            return client.post(url, dueDelivery.headers(clock.instant()), Buffer.buffer(dueDelivery.body()));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Could not send delivery %s", dueDelivery.id());
            return Future.succeededFuture(new AttemptResult.TransportFailure("not-allowed"));
        }
    }

    private void purge() {
        if (System.nanoTime() - purgedAt > PURGE_INTERVAL_NANOS) {
            purgedAt = System.nanoTime();
            Futures.await(pool.query(DeliverySql.SUSPEND_WITHOUT_KEY).execute());
            var retention = Tuple.of(configuration.kept().toSeconds());
            Futures.await(pool.preparedQuery(DeliverySql.DELETE_EXPIRED).execute(retention));
        }
    }

    /**
     * Waits a limited time for the results of pending attempts. Attempts whose results are not recorded by then are
     * repeated later.
     */
    private void awaitInFlight() throws InterruptedException {
        long begin = System.nanoTime();
        while (inFlight.total() > 0 && System.nanoTime() - begin < SHUTDOWN_TIMEOUT.toNanos()) {
            var _ = signals.deliverySignal().await(POLL_MILLIS);
        }
    }
}
