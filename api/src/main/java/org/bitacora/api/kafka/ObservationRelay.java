package org.bitacora.api.kafka;

import io.vertx.sqlclient.Pool;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.api.answer.Json;
import org.bitacora.api.assembly.Following;
import org.bitacora.api.assembly.Unhurried;
import org.bitacora.api.assembly.Work;
import org.bitacora.api.indicator.FigureTold;
import org.bitacora.projections.indicator.Changes;
import org.bitacora.projections.relay.ChangeRelay;

/**
 * Tells the figures that moved on their topic, each under its territory, indicator and period. To find them takes the
 * database some time: it leaves most of it to others.
 */
@Singleton
class ObservationRelay implements Work {

    private static final long POLL_MILLIS = 500;
    private static final long SHORTEST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 10_000;
    private static final int RESTS = 19;

    private final Pool pool;
    private final Changes changes;
    private final Clients clients;
    private final Topics topics;
    private final KafkaConfiguration configuration;
    private final Json json;
    private final BlockingQueue<Boolean> wakes = new ArrayBlockingQueue<>(1);

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
        following.onMoved(_ -> wakes.offer(true));
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
                rest(relay, isMore, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
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

    private void rest(ChangeRelay relay, boolean isMore, long took) throws InterruptedException {
        if (isMore) {
            Thread.sleep(Math.clamp(RESTS * took, SHORTEST_MILLIS, LONGEST_MILLIS));
        } else if (wakes.poll(POLL_MILLIS, TimeUnit.MILLISECONDS) == null) {
            relay.found();
        }
    }
}
