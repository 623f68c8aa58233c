package org.bitacora.channels.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bitacora.http.Json;
import org.bitacora.projections.projector.Await;

/** Messages on their way into the database, in the transaction that moves the places which they are about. */
final class Filled {

    private final SqlConnection connection;
    private final Json json;
    private final List<Future<?>> underWay = new ArrayList<>();

    Filled(SqlConnection connection, Json json) {
        this.connection = connection;
        this.json = json;
    }

    /** Tells a subscription that, or nothing, up to a position. */
    void tell(Place place, long position, Optional<? extends Message> message) {
        message.ifPresent(it -> run(
                FillingSql.ADD,
                Tuple.of(
                        "msg_" + UUID.randomUUID().toString().replace("-", ""),
                        place.subscription(),
                        place.territory(),
                        place.position(),
                        position,
                        json.whole(it).toString())));
        run(FillingSql.MOVE, Tuple.of(place.subscription(), place.territory(), position));
    }

    private void run(String sql, Tuple values) {
        underWay.add(connection.preparedQuery(sql).execute(values));
    }

    void settle() {
        Await.get(Future.all(underWay));
    }
}
