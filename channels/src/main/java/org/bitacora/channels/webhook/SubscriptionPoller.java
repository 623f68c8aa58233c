package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import org.bitacora.projections.projector.Futures;

/**
 * Checks at most every half second whether a topic has subscriptions, so that no messages are computed without
 * subscribers. Adds cursors for new territories to subscriptions to all territories.
 */
final class SubscriptionPoller {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Pool pool;
    private final String topic;
    private long looked = System.nanoTime() - EVERY_NANOS;
    private boolean isWanted;

    SubscriptionPoller(Pool pool, String topic) {
        this.pool = pool;
        this.topic = topic;
    }

    /** Returns whether the topic has subscriptions. */
    boolean hasSubscribers() {
        if (System.nanoTime() - looked >= EVERY_NANOS) {
            looked = System.nanoTime();
            isWanted = poll();
        }
        return isWanted;
    }

    private boolean poll() {
        var topics = Tuple.of(topic);
        var rows = Futures.await(
                pool.preparedQuery(MessageProducerSql.HAS_SUBSCRIBERS).execute(topics));
        boolean exists = rows.iterator().next().getBoolean("has_subscribers");
        if (exists) {
            Futures.await(
                    pool.preparedQuery(MessageProducerSql.ADD_NEW_TERRITORIES).execute(topics));
        }
        return exists;
    }
}
