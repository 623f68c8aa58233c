package org.bitacora.channels.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.bitacora.channels.webhook.AttemptResult.ReceiverResponse;
import org.bitacora.channels.webhook.AttemptResult.TransportFailure;
import org.jboss.logging.Logger;

/**
 * Records the results of delivery attempts. A failed delivery is rescheduled; after its last attempt the subscription
 * is suspended. A response 410 ends the subscription.
 */
@Singleton
class AttemptRecorder {

    private static final Logger LOG = Logger.getLogger(AttemptRecorder.class);
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final Pool pool;
    private final DeliverySignals deliverySignals;
    private final RetrySchedule retrySchedule;
    private final SecureRandom random = new SecureRandom();
    private final Counter delivered;
    private final Counter failed;

    AttemptRecorder(
            WebhookConnections connections,
            DeliverySignals deliverySignals,
            WebhookConfiguration configuration,
            MeterRegistry meters) {
        this.pool = connections.pool();
        this.deliverySignals = deliverySignals;
        this.retrySchedule = new RetrySchedule(configuration.waits());
        this.delivered = Counter.builder("bitacora.webhooks.delivered")
                .description("Messages delivered")
                .register(meters);
        this.failed = Counter.builder("bitacora.webhooks.failed")
                .description("Failed delivery attempts")
                .register(meters);
    }

    Future<?> recordResult(DueDelivery dueDelivery, AttemptResult attemptResult, Duration took) {
        return switch (attemptResult) {
            case ReceiverResponse receiverResponse
            when receiverResponse.isSuccess() -> onDelivered(dueDelivery, receiverResponse, took);
            case ReceiverResponse receiverResponse
            when receiverResponse.isGone() -> {
                LOG.infof("Subscription %s ended: its receiver responded with 410", dueDelivery.subscription());
                yield execute(
                        DeliverySql.END,
                        parameters(dueDelivery, receiverResponse, took).addString("The receiver responded with 410."));
            }
            case ReceiverResponse receiverResponse ->
                onFailed(dueDelivery, receiverResponse, took, receiverResponse.retryAfter());
            case TransportFailure transportFailure -> onFailed(dueDelivery, transportFailure, took, Optional.empty());
        };
    }

    private Future<?> onDelivered(DueDelivery dueDelivery, ReceiverResponse receiverResponse, Duration took) {
        delivered.increment();
        return execute(DeliverySql.MARK_DELIVERED, parameters(dueDelivery, receiverResponse, took))
                .onSuccess(_ -> deliverySignals.signalTerritories(Set.of(dueDelivery.territory())));
    }

    private Future<?> onFailed(
            DueDelivery dueDelivery, AttemptResult attemptResult, Duration took, Optional<Duration> retryAfter) {
        failed.increment();
        return retrySchedule
                .nextDelay(dueDelivery.attempt(), retryAfter, random)
                .<Future<?>>map(wait -> execute(
                        DeliverySql.RESCHEDULE,
                        parameters(dueDelivery, attemptResult, took).addLong(wait.toMillis())))
                .orElseGet(() -> giveUp(dueDelivery, attemptResult, took));
    }

    private Future<?> giveUp(DueDelivery dueDelivery, AttemptResult attemptResult, Duration took) {
        var reason = dueDelivery.id() + ": " + describe(attemptResult);
        LOG.warnf("Subscription %s suspended after its last attempt failed: %s", dueDelivery.subscription(), reason);
        return execute(
                DeliverySql.SUSPEND,
                parameters(dueDelivery, attemptResult, took).addString(reason));
    }

    private static String describe(AttemptResult attemptResult) {
        return switch (attemptResult) {
            case ReceiverResponse receiverResponse -> "answered " + receiverResponse.status();
            case TransportFailure transportFailure -> transportFailure.problem();
        };
    }

    private static Tuple parameters(DueDelivery dueDelivery, AttemptResult attemptResult, Duration took) {
        var values = Tuple.of(dueDelivery.id(), dueDelivery.claimNumber());
        boolean isTaken = false;
        switch (attemptResult) {
            case ReceiverResponse receiverResponse -> {
                values.addInteger(receiverResponse.status()).addString("");
                isTaken = receiverResponse.isSuccess();
            }
            case TransportFailure transportFailure -> values.addInteger(0).addString(transportFailure.problem());
        }
        return values.addInteger((int) took.toMillis()).addBoolean(!isTaken || took.compareTo(SLOW) > 0);
    }

    private Future<?> execute(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values);
    }
}
