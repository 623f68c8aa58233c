package org.bitacora.channels.webhook;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import org.bitacora.projections.projector.Await;

/**
 * Looks, every half a second, whether anybody subscribes to a topic: where nobody does, what happens costs nothing. Logs that
 * were founded since are taken in for subscriptions to every log.
 */
final class Founding {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Pool pool;
    private final String topic;
    private long looked = System.nanoTime() - EVERY_NANOS;
    private boolean isWanted;

    Founding(Pool pool, String topic) {
        this.pool = pool;
        this.topic = topic;
    }

    /** Whether anybody subscribes to it. */
    boolean isWanted() {
        if (System.nanoTime() - looked >= EVERY_NANOS) {
            looked = System.nanoTime();
            isWanted = look();
        }
        return isWanted;
    }

    private boolean look() {
        var topics = Tuple.of(topic);
        var rows = Await.get(pool.preparedQuery(FillingSql.WANTED).execute(topics));
        boolean wanted = rows.iterator().next().getBoolean(0);
        if (wanted) {
            Await.get(pool.preparedQuery(FillingSql.FOUND).execute(topics));
        }
        return wanted;
    }
}
