package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bitacora.channels.message.LogEntryMessage;
import org.bitacora.http.JsonRenderer;
import org.bitacora.projections.projector.Futures;
import org.bitacora.projections.relay.RelayTransaction;
import org.bitacora.projections.worker.BackgroundTask;
import org.jspecify.annotations.Nullable;

/**
 * Produces messages from new log entries. A message contains at most 100 entries. Entries that are appended while a
 * message is being delivered are collected in the next message.
 */
@Singleton
class LogMessageProducer implements BackgroundTask {

    private static final long POLL_MILLIS = 500;
    private static final long GATHER_MILLIS = 8;
    private static final int MAX_CURSORS = 100;
    private static final int MAX_ENTRIES = 100;
    private static final int MAX_SCANNED_ENTRIES = 10_000;

    private final Pool pool;
    private final JsonRenderer jsonRenderer;
    private final DeliverySignals deliverySignals;
    private long lookedAtAll = System.nanoTime();

    LogMessageProducer(WebhookConnections connections, JsonRenderer jsonRenderer, DeliverySignals deliverySignals) {
        this.pool = connections.pool();
        this.jsonRenderer = jsonRenderer;
        this.deliverySignals = deliverySignals;
    }

    @Override
    public String name() {
        return "webhook-log";
    }

    @Override
    public void run(RunToken runToken) throws InterruptedException {
        var subscriptionPoller = new SubscriptionPoller(pool, Subscription.LOG);
        while (runToken.isRunning()) {
            int produced = subscriptionPoller.hasSubscribers() ? produce() : 0;
            runToken.reportHealthy();
            if (produced > 0) {
                deliverySignals.deliverySignal().signal();
                Thread.sleep(GATHER_MILLIS);
            } else {
                var _ = deliverySignals.logSignal().await(POLL_MILLIS);
            }
        }
    }

    /**
     * Produces messages for the territories that were signalled, and periodically for all, because other nodes project
     * entries too. Returns the number of cursors that moved.
     */
    private int produce() {
        var moved = deliverySignals.drainTerritories();
        boolean isAll = System.nanoTime() - lookedAtAll >= TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
        if (!isAll && moved.length == 0) {
            return 0;
        }
        int produced = RelayTransaction.run(pool, connection -> produce(connection, isAll ? null : moved));
        if (isAll && produced < MAX_CURSORS) {
            lookedAtAll = System.nanoTime();
        }
        return produced;
    }

    private int produce(SqlConnection connection, String @Nullable [] territories) {
        var claim = Tuple.of(Subscription.LOG, MAX_CURSORS, territories);
        var locked = SubscriptionCursor.of(Futures.await(
                connection.preparedQuery(MessageProducerSql.LOCK_CURSORS).execute(claim)));
        if (locked.isEmpty()) {
            return 0;
        }
        var claimed = Tuple.of(
                Subscription.LOG,
                locked.stream().map(SubscriptionCursor::subscription).toArray(String[]::new),
                locked.stream().map(SubscriptionCursor::territory).toArray(String[]::new));
        var cursors = SubscriptionCursor.of(Futures.await(
                connection.preparedQuery(MessageProducerSql.RECHECK_CURSORS).execute(claimed)));
        var messageWriter = new MessageWriter(connection, jsonRenderer);
        cursors.forEach(subscriptionCursor -> writeMessage(connection, subscriptionCursor, messageWriter));
        messageWriter.flush();
        return cursors.size();
    }

    private static void writeMessage(
            SqlConnection connection, SubscriptionCursor subscriptionCursor, MessageWriter messageWriter) {
        long end =
                Math.min(subscriptionCursor.projectedPosition(), subscriptionCursor.position() + MAX_SCANNED_ENTRIES);
        var entries = readEntries(connection, subscriptionCursor, end);
        long position = entries.size() < MAX_ENTRIES ? end : entries.getLast().position();
        messageWriter.write(
                subscriptionCursor,
                position,
                entries.isEmpty()
                        ? Optional.empty()
                        : Optional.of(WebhookMessage.LogDelivery.of(
                                subscriptionCursor.territory(), subscriptionCursor.position(), position, entries)));
    }

    private static List<LogEntryMessage> readEntries(
            SqlConnection connection, SubscriptionCursor subscriptionCursor, long end) {
        var values = Tuple.of(
                subscriptionCursor.territory(),
                subscriptionCursor.position(),
                end,
                subscriptionCursor.typePatterns(),
                MAX_ENTRIES);
        var entries = new ArrayList<LogEntryMessage>();
        Futures.await(connection.preparedQuery(MessageProducerSql.READ_ENTRIES).execute(values))
                .forEach(row -> entries.add(toEntryMessage(subscriptionCursor.territory(), row)));
        return entries;
    }

    private static LogEntryMessage toEntryMessage(String territory, Row row) {
        return new LogEntryMessage(
                territory,
                row.getLong("position"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("type"),
                row.getString("subject"));
    }
}
