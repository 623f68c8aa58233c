package org.bitacora.channels.kafka;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.bitacora.application.intake.Intake;
import org.bitacora.http.Json;
import org.bitacora.projections.worker.Work;

/** Takes events from their topics, as long as the application runs. */
@Singleton
class EventIntake implements Work {

    private static final int MOST = 500;

    private final Clients clients;
    private final Topics topics;
    private final KafkaConfiguration configuration;
    private final Intake intake;
    private final CloudEventRecords records;
    private final Writers writers;
    private final Json json;

    EventIntake(
            Clients clients,
            Topics topics,
            KafkaConfiguration configuration,
            Intake intake,
            CloudEventRecords records,
            Writers writers,
            Json json) {
        this.clients = clients;
        this.topics = topics;
        this.configuration = configuration;
        this.intake = intake;
        this.records = records;
        this.writers = writers;
        this.json = json;
    }

    @Override
    public String name() {
        return "kafka-events";
    }

    /** Each has partitions of its own: so two loads are appended at a time, and never two of one territory. */
    @Override
    public int threads() {
        return configuration.readers();
    }

    @Override
    public void run(Going going) throws InterruptedException {
        var names = new ArrayList<>(topics.events());
        names.add(configuration.topics().rejected());
        topics.ensure(names);
        try (var consumer = clients.consumer("events", MOST);
                var rejections = new Rejections(
                        clients.producer("rejected"), configuration.topics().rejected(), json)) {
            var reading = new EventReading(consumer, it -> new Loaded(intake, records, writers, it), rejections);
            consumer.subscribe(topics.events(), reading);
            while (going.on()) {
                if (reading.step()) {
                    going.well();
                }
            }
            reading.finish();
        }
    }
}
