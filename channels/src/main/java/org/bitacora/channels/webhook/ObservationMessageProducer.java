package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bitacora.channels.message.ObservationMessage;
import org.bitacora.http.JsonRenderer;
import org.bitacora.projections.indicator.change.BackgroundFigures;
import org.bitacora.projections.indicator.change.ChangeDetector;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.bitacora.projections.projector.Futures;
import org.bitacora.projections.relay.RelayTransaction;
import org.bitacora.projections.relay.TerritoryBackoff;
import org.bitacora.projections.worker.BackgroundTask;

/**
 * Produces messages from changed observations. Changes are computed once for all cursors at the same position of a log.
 */
@Singleton
class ObservationMessageProducer implements BackgroundTask {

    private static final int MAX_POSITIONS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Pool pool;
    private final ChangeDetector changeDetector;
    private final JsonRenderer jsonRenderer;
    private final DeliverySignals deliverySignals;
    private final TerritoryBackoff backoff = new TerritoryBackoff();

    ObservationMessageProducer(
            WebhookConnections connections,
            BackgroundFigures backgroundFigures,
            JsonRenderer jsonRenderer,
            DeliverySignals deliverySignals) {
        this.pool = connections.pool();
        this.changeDetector = backgroundFigures.changes();
        this.jsonRenderer = jsonRenderer;
        this.deliverySignals = deliverySignals;
    }

    @Override
    public String name() {
        return "webhook-observations";
    }

    @Override
    public void run(RunToken runToken) throws InterruptedException {
        var backgroundThrottle = deliverySignals.observationThrottle();
        var subscriptionPoller = new SubscriptionPoller(pool, Subscription.OBSERVATIONS);
        while (runToken.isRunning()) {
            long begin = System.nanoTime();
            boolean isMore = subscriptionPoller.hasSubscribers() && RelayTransaction.run(pool, this::produceNext);
            runToken.reportHealthy();
            if (isMore) {
                deliverySignals.deliverySignal().signal();
            }
            backgroundThrottle.pauseAfterWork(isMore, begin);
        }
    }

    private boolean produceNext(SqlConnection connection) {
        var first = lockCursors(
                connection,
                MessageProducerSql.LOCK_ONE_CURSOR,
                Tuple.of(Subscription.OBSERVATIONS, backoff.suspendedTerritories()));
        return first.stream()
                .findFirst()
                .filter(it -> writeMessages(connection, it))
                .isPresent();
    }

    private static List<SubscriptionCursor> lockCursors(SqlConnection connection, String sql, Tuple values) {
        return SubscriptionCursor.of(Futures.await(connection.preparedQuery(sql).execute(values)));
    }

    /**
     * Writes messages for all cursors at the same position as the first. Returns false if another node has moved them
     * before they were locked.
     */
    private boolean writeMessages(SqlConnection connection, SubscriptionCursor first) {
        var samePosition = Tuple.of(Subscription.OBSERVATIONS, first.territory(), first.position());
        var cursors = lockCursors(connection, MessageProducerSql.LOCK_CURSORS_AT_POSITION, samePosition);
        if (cursors.isEmpty()) {
            return false;
        }
        long position = Math.min(first.projectedPosition(), first.position() + MAX_POSITIONS);
        var moved = computeChanges(first, position);
        var recorded = recordedAt(connection, first.territory(), position);
        var messageWriter = new MessageWriter(connection, jsonRenderer);
        cursors.forEach(subscriptionCursor -> messageWriter.write(
                subscriptionCursor, position, toMessage(subscriptionCursor, position, recorded, moved)));
        messageWriter.flush();
        return true;
    }

    private List<ObservationChange> computeChanges(SubscriptionCursor subscriptionCursor, long position) {
        try {
            return changeDetector
                    .findChanges(subscriptionCursor.territory(), subscriptionCursor.position(), position)
                    .await()
                    .atMost(PATIENCE)
                    .stream()
                    .filter(ObservationChange::isSignificant)
                    .toList();
        } catch (RuntimeException e) {
            backoff.suspend(subscriptionCursor.territory());
            throw new IllegalStateException(
                    "Could not compute the changed observations of " + subscriptionCursor.territory(), e);
        }
    }

    private static Instant recordedAt(SqlConnection connection, String territory, long position) {
        var rows = Futures.await(
                connection.preparedQuery(MessageProducerSql.RECORDED_AT).execute(Tuple.of(territory, position)));
        return rows.iterator().next().getOffsetDateTime("recorded_at").toInstant();
    }

    private static Optional<WebhookMessage> toMessage(
            SubscriptionCursor subscriptionCursor, long position, Instant recorded, List<ObservationChange> moved) {
        var selected = moved.stream()
                .filter(it -> subscriptionCursor.includes(it.definition().code().value()))
                .map(it -> ObservationMessage.of(subscriptionCursor.territory(), it, position))
                .toList();
        return selected.isEmpty()
                ? Optional.empty()
                : Optional.of(WebhookMessage.ObservationDelivery.of(
                        recorded,
                        WebhookMessage.ObservationRangeMessage.of(
                                subscriptionCursor.territory(), subscriptionCursor.position(), position, selected)));
    }
}
