package org.bitacora.api.webhook;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import org.bitacora.projections.follow.Await;

/** Takes in, every half a second, logs that were founded since, for subscriptions to every log. */
final class Founding {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Pool pool;
    private final String topic;
    private long looked = System.nanoTime() - EVERY_NANOS;

    Founding(Pool pool, String topic) {
        this.pool = pool;
        this.topic = topic;
    }

    void look() {
        if (System.nanoTime() - looked > EVERY_NANOS) {
            looked = System.nanoTime();
            Await.get(pool.preparedQuery(FillingSql.FOUND).execute(Tuple.of(topic)));
        }
    }
}
