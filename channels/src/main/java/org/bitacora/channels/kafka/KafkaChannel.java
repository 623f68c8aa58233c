package org.bitacora.channels.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.projections.worker.Work;
import org.bitacora.projections.worker.Worker;

/** Starts what the channel does, where there are brokers, and stops it before the database is left. */
@Singleton
class KafkaChannel {

    private final Clients clients;
    private final List<Work> works;
    private final List<Worker> workers = new ArrayList<>();

    KafkaChannel(Clients clients, EventIntake events, LogRelay log, ObservationRelay observations) {
        this.clients = clients;
        this.works = List.of(events, log, observations);
    }

    void start(@Observes StartupEvent event) {
        if (clients.isWanted()) {
            works.forEach(this::start);
        }
    }

    private void start(Work work) {
        for (int i = 0; i < work.threads(); i++) {
            workers.add(Worker.start(work));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        workers.forEach(Worker::end);
        workers.forEach(Worker::close);
    }
}
