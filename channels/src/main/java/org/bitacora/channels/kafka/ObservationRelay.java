package org.bitacora.channels.kafka;

import io.vertx.sqlclient.Pool;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.application.background.Leisure;
import org.bitacora.channels.message.FigureTold;
import org.bitacora.http.Json;
import org.bitacora.projections.indicator.change.Changes;
import org.bitacora.projections.indicator.change.Unhurried;
import org.bitacora.projections.projector.Following;
import org.bitacora.projections.relay.ChangeRelay;
import org.bitacora.projections.worker.Work;

/**
 * Tells the figures that moved on their topic, each under its territory, indicator and period.
 */
@Singleton
class ObservationRelay implements Work {

    private final Pool pool;
    private final Changes changes;
    private final Clients clients;
    private final Topics topics;
    private final KafkaConfiguration configuration;
    private final Json json;
    private final Leisure leisure = new Leisure();

    ObservationRelay(
            @Named("log") Pool pool,
            Unhurried unhurried,
            Clients clients,
            Topics topics,
            KafkaConfiguration configuration,
            Following following,
            Json json) {
        this.pool = pool;
        this.changes = unhurried.changes();
        this.clients = clients;
        this.topics = topics;
        this.configuration = configuration;
        this.json = json;
        following.onMoved(_ -> leisure.wake());
    }

    @Override
    public String name() {
        return "kafka-observations";
    }

    /** Read models of another generation may know other figures at positions that are past: all is told anew then. */
    @Override
    public void run(Going going) throws InterruptedException {
        var topic = configuration.topics().observations();
        var known = topics.ensure(List.of(topic));
        long generation = ChangeRelay.generation(pool);
        var relay = new ChangeRelay(pool, known.channel(topic) + "@" + generation, changes);
        try (var producer = clients.producer("observations")) {
            while (going.on() && ChangeRelay.generation(pool) == generation) {
                long begin = System.nanoTime();
                boolean isMore = relay.pass(moved -> tell(producer, moved));
                going.well();
                if (!leisure.rest(isMore, begin)) {
                    relay.found();
                }
            }
        }
    }

    private void tell(KafkaProducer<byte[], byte[]> producer, ChangeRelay.Moved moved) {
        var sending = new Sending(producer);
        moved.changes()
                .forEach(change -> sending.send(record(FigureTold.of(moved.territory(), change, moved.position()))));
        sending.settle();
    }

    private ProducerRecord<byte[], byte[]> record(FigureTold told) {
        var key = told.territory() + "/" + told.indicator() + "/" + told.period();
        return new ProducerRecord<>(
                configuration.topics().observations(),
                key.getBytes(StandardCharsets.UTF_8),
                json.whole(told).getBytes());
    }
}
