package org.bitacora.benchmarks.suite;

import java.util.Locale;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.testbed.Backlog;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * What several nodes do together over one database and one Kafka, whose partitions and territories they share. Of two cores
 * it need not become more.
 *
 * @param nodes how many
 * @param work what they do
 */
public record Nodes(int nodes, Work work) implements Measurement {

    private static final int TERRITORIES = 1_000;
    private static final String BEHIND =
            "select coalesce(sum(h.position - c.position), 0)::bigint from head h join checkpoint c using (territory)";

    /** What they do. */
    public enum Work {
        /** They take events from Kafka: each is in the log once. */
        IN,
        /** Their projectors catch up with 100,000 entries that came at once. */
        FOLLOW,
        /** They tell the whole log again: each entry is on the topic, in order. */
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
    public Floor floor() {
        return new Floor.None();
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.nodes(nodes);
        return switch (work) {
            case IN -> in(bed);
            case FOLLOW -> follow(bed);
            case OUT -> out(bed);
        };
    }

    private Measured in(Testbed bed) {
        var territories = bed.seed().territories(TERRITORIES);
        try (var producer = bed.kafka().producer("lz4")) {
            return Rounds.of(unit(), () -> {
                double rate = KafkaIn.round(bed, producer, territories);
                bed.projection().catchUp();
                return rate;
            });
        }
    }

    private Measured follow(Testbed bed) {
        var territories = bed.seed().territories(TERRITORIES);
        try (var producer = bed.kafka().producer("lz4")) {
            return Rounds.of(unit(), () -> {
                KafkaIn.round(bed, producer, territories);
                long behind = bed.database().number(BEHIND);
                long begin = System.nanoTime();
                Backlog.await(bed.database(), BEHIND);
                return behind / Progress.seconds(begin);
            });
        }
    }

    private Measured out(Testbed bed) {
        bed.seed().log();
        Backlog.await(bed.database(), KafkaOut.LEFT);
        var measured = Rounds.of(unit(), () -> KafkaOut.relayed(bed));
        ToldLog.check(bed);
        return measured;
    }
}
