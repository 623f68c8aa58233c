package org.bitacora.channels.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.projections.worker.BackgroundTask;
import org.bitacora.projections.worker.BackgroundWorker;

/** Starts the workers of the Kafka channel if brokers are configured, and stops them before the database is closed. */
@Singleton
class KafkaChannel {

    private final KafkaClientFactory kafkaClientFactory;
    private final List<BackgroundTask> works;
    private final List<BackgroundWorker> workers = new ArrayList<>();

    KafkaChannel(
            KafkaClientFactory kafkaClientFactory,
            EventConsumerWorker events,
            LogRelayWorker log,
            ObservationRelayWorker observations) {
        this.kafkaClientFactory = kafkaClientFactory;
        this.works = List.of(events, log, observations);
    }

    void start(@Observes StartupEvent event) {
        if (kafkaClientFactory.isConfigured()) {
            works.forEach(this::start);
        }
    }

    private void start(BackgroundTask backgroundTask) {
        for (int i = 0; i < backgroundTask.threadCount(); i++) {
            workers.add(BackgroundWorker.start(backgroundTask));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        workers.forEach(BackgroundWorker::requestStop);
        workers.forEach(BackgroundWorker::close);
    }
}
