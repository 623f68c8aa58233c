package org.bitacora.channels.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.relay.EntryRelay;
import org.bitacora.projections.worker.BackgroundTask;

/** Tells the log on its topic: at once what is appended here, and every so often what other nodes left behind. */
@Singleton
class LogRelayWorker implements BackgroundTask {

    private final Pool pool;
    private final KafkaClientFactory kafkaClientFactory;
    private final TopicProvisioner topicProvisioner;
    private final KafkaConfiguration configuration;
    private final Counter sent;
    private final RelayThrottle pace = new RelayThrottle();
    private final AtomicLong lag = new AtomicLong();

    LogRelayWorker(
            @Named("log") Pool pool,
            KafkaClientFactory kafkaClientFactory,
            TopicProvisioner topicProvisioner,
            KafkaConfiguration configuration,
            ProjectionTracker projectionTracker,
            MeterRegistry meters) {
        this.pool = pool;
        this.kafkaClientFactory = kafkaClientFactory;
        this.topicProvisioner = topicProvisioner;
        this.configuration = configuration;
        this.sent = Counter.builder("bitacora.kafka.told")
                .description("Entries that have arrived on the topic of the log")
                .register(meters);
        meters.gauge("bitacora.kafka.lag", lag);
        projectionTracker.onAppended(_ -> pace.wake());
    }

    @Override
    public String name() {
        return "kafka-log";
    }

    @Override
    public void run(RunToken runToken) throws InterruptedException {
        var topic = configuration.topics().log();
        var topicSettings = topicProvisioner.ensureTopics(List.of(topic));
        var entryRelay = new EntryRelay(pool, topicSettings.channelName(topic));
        var records = new LogRecordMapper(topic, topicSettings.maxRecordBytes(topic));
        try (var outlet = new KafkaRelaySink(kafkaClientFactory.createProducer("log"), records::toRecord)) {
            while (runToken.isRunning()) {
                long begin = System.nanoTime();
                int handed = entryRelay.runPass(outlet);
                runToken.reportHealthy();
                sent.increment(handed);
                pace.pauseAfterPass(handed, System.nanoTime() - begin, () -> updateLag(entryRelay));
            }
        }
    }

    private void updateLag(EntryRelay entryRelay) {
        entryRelay.addNewLogs();
        lag.set(entryRelay.countPending());
    }
}
