package org.bitacora.channels.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bitacora.projections.projector.Following;
import org.bitacora.projections.relay.Relay;
import org.bitacora.projections.worker.Work;

/** Tells the log on its topic: at once what is appended here, and every so often what other nodes left behind. */
@Singleton
class LogRelay implements Work {

    private final Pool pool;
    private final Clients clients;
    private final Topics topics;
    private final KafkaConfiguration configuration;
    private final Counter told;
    private final RelayPace pace = new RelayPace();
    private final AtomicLong lag = new AtomicLong();

    LogRelay(
            @Named("log") Pool pool,
            Clients clients,
            Topics topics,
            KafkaConfiguration configuration,
            Following following,
            MeterRegistry meters) {
        this.pool = pool;
        this.clients = clients;
        this.topics = topics;
        this.configuration = configuration;
        this.told = Counter.builder("bitacora.kafka.told")
                .description("Entries that have arrived on the topic of the log")
                .register(meters);
        meters.gauge("bitacora.kafka.lag", lag);
        following.onAppended(_ -> pace.wake());
    }

    @Override
    public String name() {
        return "kafka-log";
    }

    @Override
    public void run(Going going) throws InterruptedException {
        var topic = configuration.topics().log();
        var known = topics.ensure(List.of(topic));
        var relay = new Relay(pool, known.channel(topic));
        var records = new LogRecords(topic, known.largest(topic));
        try (var outlet = new KafkaOutlet(clients.producer("log"), records::of)) {
            while (going.on()) {
                long begin = System.nanoTime();
                int handed = relay.pass(outlet);
                going.well();
                told.increment(handed);
                pace.rest(handed, System.nanoTime() - begin, () -> look(relay));
            }
        }
    }

    private void look(Relay relay) {
        relay.found();
        lag.set(relay.lag());
    }
}
