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

/**
 * Relays log entries to the log topic: entries appended on this node immediately, entries of other nodes periodically.
 */
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
                .description("Entries acknowledged by the log topic")
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
                int sentCount = entryRelay.runPass(outlet);
                runToken.reportHealthy();
                sent.increment(sentCount);
                pace.pauseAfterPass(sentCount, System.nanoTime() - begin, () -> updateLag(entryRelay));
            }
        }
    }

    private void updateLag(EntryRelay entryRelay) {
        entryRelay.addNewLogs();
        lag.set(entryRelay.countPending());
    }
}
