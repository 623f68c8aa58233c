package org.bitacora.channels.kafka;

import io.vertx.sqlclient.Pool;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bitacora.application.background.BackgroundThrottle;
import org.bitacora.channels.message.ObservationMessage;
import org.bitacora.http.JsonRenderer;
import org.bitacora.projections.indicator.change.BackgroundFigures;
import org.bitacora.projections.indicator.change.ChangeDetector;
import org.bitacora.projections.projector.ProjectionTracker;
import org.bitacora.projections.relay.ChangeRelay;
import org.bitacora.projections.worker.BackgroundTask;

/** Relays changed observations to their topic. The record key is territory, indicator and period. */
@Singleton
class ObservationRelayWorker implements BackgroundTask {

    private final Pool pool;
    private final ChangeDetector changeDetector;
    private final KafkaClientFactory kafkaClientFactory;
    private final TopicProvisioner topicProvisioner;
    private final KafkaConfiguration configuration;
    private final JsonRenderer jsonRenderer;
    private final BackgroundThrottle backgroundThrottle = new BackgroundThrottle();

    ObservationRelayWorker(
            @Named("log") Pool pool,
            BackgroundFigures backgroundFigures,
            KafkaClientFactory kafkaClientFactory,
            TopicProvisioner topicProvisioner,
            KafkaConfiguration configuration,
            ProjectionTracker projectionTracker,
            JsonRenderer jsonRenderer) {
        this.pool = pool;
        this.changeDetector = backgroundFigures.changes();
        this.kafkaClientFactory = kafkaClientFactory;
        this.topicProvisioner = topicProvisioner;
        this.configuration = configuration;
        this.jsonRenderer = jsonRenderer;
        projectionTracker.onProjected(_ -> backgroundThrottle.wake());
    }

    @Override
    public String name() {
        return "kafka-observations";
    }

    /**
     * Relays changes until the generation of the read models changes. Another generation may have other values at past
     * positions, so the relay then starts again from the beginning.
     */
    @Override
    public void run(RunToken runToken) throws InterruptedException {
        var topic = configuration.topics().observations();
        var topicSettings = topicProvisioner.ensureTopics(List.of(topic));
        long generation = ChangeRelay.generation(pool);
        var relay = new ChangeRelay(pool, topicSettings.channelName(topic) + "@" + generation, changeDetector);
        try (var producer = kafkaClientFactory.createProducer("observations")) {
            while (runToken.isRunning() && ChangeRelay.generation(pool) == generation) {
                long begin = System.nanoTime();
                boolean isMore = relay.runPass(relayedChanges -> sendChanges(producer, relayedChanges));
                runToken.reportHealthy();
                if (!backgroundThrottle.pauseAfterWork(isMore, begin)) {
                    relay.addNewLogs();
                }
            }
        }
    }

    private void sendChanges(KafkaProducer<byte[], byte[]> producer, ChangeRelay.RelayedChanges relayedChanges) {
        var orderedSend = new OrderedSend(producer);
        relayedChanges
                .changes()
                .forEach(observationChange -> orderedSend.send(toRecord(ObservationMessage.of(
                        relayedChanges.territory(), observationChange, relayedChanges.position()))));
        orderedSend.flush();
    }

    private ProducerRecord<byte[], byte[]> toRecord(ObservationMessage message) {
        var key = message.territory() + "/" + message.indicator() + "/" + message.period();
        return new ProducerRecord<>(
                configuration.topics().observations(),
                key.getBytes(StandardCharsets.UTF_8),
                jsonRenderer.render(message).getBytes());
    }
}
