package org.bitacora.api.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.bitacora.api.assembly.Following;
import org.bitacora.projections.relay.Relay;

/** Tells the log on its topic: at once what is appended here, and every so often what other nodes left behind. */
@Singleton
class LogRelay implements Work {

    private final Relay relay;
    private final Clients clients;
    private final Topics topics;
    private final KafkaConfiguration configuration;
    private final Counter told;
    private final RelayPace pace;

    LogRelay(
            @Named("log") Pool pool,
            Clients clients,
            Topics topics,
            KafkaConfiguration configuration,
            Following following,
            MeterRegistry meters) {
        this.relay = new Relay(pool, "kafka:" + configuration.topics().log());
        this.clients = clients;
        this.topics = topics;
        this.configuration = configuration;
        this.told = Counter.builder("bitacora.kafka.told")
                .description("Entries that have arrived on the topic of the log")
                .register(meters);
        this.pace = new RelayPace(relay::found);
        following.onAppended(_ -> pace.wake());
    }

    @Override
    public String name() {
        return "kafka-log";
    }

    @Override
    public void run(Going going) throws InterruptedException {
        var topic = configuration.topics().log();
        var records = new LogRecords(topic, topics.ensure().largest(topic));
        try (var outlet = new KafkaOutlet(clients.producer("log"), records::of)) {
            while (going.on()) {
                long begin = System.nanoTime();
                int handed = relay.pass(outlet);
                going.well();
                told.increment(handed);
                pace.rest(handed, System.nanoTime() - begin);
            }
        }
    }
}
