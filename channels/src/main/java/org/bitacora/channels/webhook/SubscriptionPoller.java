package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import org.bitacora.projections.projector.Futures;

/**
 * Looks, every half a second, whether anybody subscribes to a topic: where nobody does, what happens costs nothing. Logs that
 * were founded since are taken in for subscriptions to every log.
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

    /** Whether anybody subscribes to it. */
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
        boolean wanted = rows.iterator().next().getBoolean("has_subscribers");
        if (wanted) {
            Futures.await(
                    pool.preparedQuery(MessageProducerSql.ADD_NEW_TERRITORIES).execute(topics));
        }
        return wanted;
    }
}
