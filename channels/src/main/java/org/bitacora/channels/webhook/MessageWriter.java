package org.bitacora.channels.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bitacora.http.JsonRenderer;
import org.bitacora.projections.projector.Futures;

/** Writes messages to the database, in the transaction that moves their cursors. */
final class MessageWriter {

    private final SqlConnection connection;
    private final JsonRenderer jsonRenderer;
    private final List<Future<?>> pending = new ArrayList<>();

    MessageWriter(SqlConnection connection, JsonRenderer jsonRenderer) {
        this.connection = connection;
        this.jsonRenderer = jsonRenderer;
    }

    /** Stores a message, if any, and moves the cursor to a position. */
    void write(SubscriptionCursor subscriptionCursor, long position, Optional<? extends WebhookMessage> message) {
        message.ifPresent(it -> execute(
                MessageProducerSql.INSERT_MESSAGE,
                Tuple.of(
                        "msg_" + UUID.randomUUID().toString().replace("-", ""),
                        subscriptionCursor.subscription(),
                        subscriptionCursor.territory(),
                        subscriptionCursor.position(),
                        position,
                        jsonRenderer.render(it).toString())));
        execute(
                MessageProducerSql.MOVE_CURSOR,
                Tuple.of(subscriptionCursor.subscription(), subscriptionCursor.territory(), position));
    }

    private void execute(String sql, Tuple values) {
        pending.add(connection.preparedQuery(sql).execute(values));
    }

    void flush() {
        Futures.await(Future.all(pending));
    }
}
