package org.bitacora.application.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.List;

/** Metrics of the intake of events. */
@Singleton
class IntakeMeters {

    private final MeterRegistry registry;
    private final Timer latency;
    private final Counter appended;
    private final Counter duplicates;
    private final Counter rejected;

    IntakeMeters(MeterRegistry registry) {
        this.registry = registry;
        this.latency = Timer.builder("bitacora.append")
                .description("Time from validation to the durable commit")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.appended = counter("bitacora.events.appended", "Events appended to a log");
        this.duplicates = counter("bitacora.events.duplicates", "Events that were already recorded");
        this.rejected = counter("bitacora.events.rejected", "Events that were rejected");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /** Starts the measurement of one append. */
    AppendMeasurement startMeasurement() {
        var sample = Timer.start(registry);
        return () -> sample.stop(latency);
    }

    /** A running measurement of an append, which is ended once. */
    interface AppendMeasurement {
        void stop();
    }

    void count(List<IntakeResult> outcomes) {
        for (var intakeResult : outcomes) {
            switch (intakeResult) {
                case IntakeResult.Appended _ -> appended.increment();
                case IntakeResult.Duplicate _ -> duplicates.increment();
                case IntakeResult.Rejected _, IntakeResult.NotStored _ -> rejected.increment();
            }
        }
    }
}
