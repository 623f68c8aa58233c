package org.bitacora.benchmarks.suite;

import java.util.Locale;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.testbed.DatabasePoller;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures several nodes over one database and one Kafka cluster, whose partitions and territories they share. On two
 * cores more nodes are not expected to be faster.
 *
 * @param nodes the number of nodes
 * @param work the workload
 */
public record MultiNodeMeasurement(int nodes, NodeWorkload work) implements Measurement {

    private static final int TERRITORIES = 1_000;
    private static final String BACKLOG =
            "select coalesce(sum(h.position - c.position), 0)::bigint from head h join checkpoint c using (territory)";

    /** The workload of the nodes. */
    public enum NodeWorkload {
        /** Intake from Kafka; each event is stored exactly once. */
        IN,
        /** Projectors catch up with 100,000 entries that arrive at once. */
        FOLLOW,
        /** The relay sends the whole log again; each entry is on the topic, in order. */
        OUT
    }

    @Override
    public String name() {
        return "nodes-" + nodes + "-" + work.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String unit() {
        return "entries/s";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.NoThreshold();
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.ensureNodes(nodes);
        return switch (work) {
            case IN -> measureIntake(bed);
            case FOLLOW -> measureProjection(bed);
            case OUT -> measureRelay(bed);
        };
    }

    private MeasuredValue measureIntake(Testbed bed) {
        var territories = bed.seeder().ensureTerritories(TERRITORIES);
        try (var producer = bed.broker().producer("lz4")) {
            return MeasurementRounds.measure(unit(), () -> {
                double rate = KafkaIntakeMeasurement.measureRound(bed, producer, territories);
                bed.projector().awaitCatchUp();
                return rate;
            });
        }
    }

    private MeasuredValue measureProjection(Testbed bed) {
        var territories = bed.seeder().ensureTerritories(TERRITORIES);
        try (var producer = bed.broker().producer("lz4")) {
            return MeasurementRounds.measure(unit(), () -> {
                KafkaIntakeMeasurement.measureRound(bed, producer, territories);
                long backlog = bed.database().queryLong(BACKLOG);
                long begin = System.nanoTime();
                DatabasePoller.await(bed.database(), BACKLOG);
                return backlog / ProgressLog.secondsSince(begin);
            });
        }
    }

    private MeasuredValue measureRelay(Testbed bed) {
        bed.seeder().ensureLog();
        DatabasePoller.await(bed.database(), KafkaRelayMeasurement.BACKLOG);
        var measuredValue = MeasurementRounds.measure(unit(), () -> KafkaRelayMeasurement.measureRelayRate(bed));
        LogTopicVerifier.verify(bed);
        return measuredValue;
    }
}
