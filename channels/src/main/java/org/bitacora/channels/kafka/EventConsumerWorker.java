package org.bitacora.channels.kafka;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.bitacora.application.intake.IntakeService;
import org.bitacora.http.JsonRenderer;
import org.bitacora.projections.worker.BackgroundTask;

/** Consumes events from the event topics while the application runs. */
@Singleton
class EventConsumerWorker implements BackgroundTask {

    private static final int MOST = 500;

    private final KafkaClientFactory kafkaClientFactory;
    private final TopicProvisioner topicProvisioner;
    private final KafkaConfiguration configuration;
    private final IntakeService intakeService;
    private final CloudEventRecordParser records;
    private final TopicWritePolicy topicWritePolicy;
    private final JsonRenderer jsonRenderer;

    EventConsumerWorker(
            KafkaClientFactory kafkaClientFactory,
            TopicProvisioner topicProvisioner,
            KafkaConfiguration configuration,
            IntakeService intakeService,
            CloudEventRecordParser records,
            TopicWritePolicy topicWritePolicy,
            JsonRenderer jsonRenderer) {
        this.kafkaClientFactory = kafkaClientFactory;
        this.topicProvisioner = topicProvisioner;
        this.configuration = configuration;
        this.intakeService = intakeService;
        this.records = records;
        this.topicWritePolicy = topicWritePolicy;
        this.jsonRenderer = jsonRenderer;
    }

    @Override
    public String name() {
        return "kafka-events";
    }

    /**
     * The number of consumer threads. Each thread has its own partitions, so no two batches of the same territory are
     * appended at once.
     */
    @Override
    public int threadCount() {
        return configuration.readers();
    }

    @Override
    public void run(RunToken runToken) throws InterruptedException {
        var names = new ArrayList<>(topicProvisioner.eventTopics());
        names.add(configuration.topics().rejected());
        topicProvisioner.ensureTopics(names);
        try (var consumer = kafkaClientFactory.createConsumer("events", MOST);
                var deadLetterTopic = new DeadLetterTopic(
                        kafkaClientFactory.createProducer("rejected"),
                        configuration.topics().rejected(),
                        jsonRenderer)) {
            var reading = new EventConsumerLoop(
                    consumer, it -> new RecordBatch(intakeService, records, topicWritePolicy, it), deadLetterTopic);
            consumer.subscribe(topicProvisioner.eventTopics(), reading);
            while (runToken.isRunning()) {
                if (reading.processNextBatch()) {
                    runToken.reportHealthy();
                }
            }
            reading.finish();
        }
    }
}
