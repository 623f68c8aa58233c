package org.bitacora.benchmarks;

/**
 * Events taken from Kafka by several nodes that share its partitions: each event is in the log once, or it cannot be
 * measured. Of two cores it need not become more.
 */
record NodesIn(int nodes) implements Measurement {

    private static final int TERRITORIES = 1_000;

    @Override
    public String name() {
        return "nodes-" + nodes + "-in";
    }

    @Override
    public String unit() {
        return "events/s";
    }

    @Override
    public Floor floor() {
        return new Floor.None();
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.nodes(nodes);
        var territories = bed.seed().territories(TERRITORIES);
        try (var producer = bed.kafka().producer("lz4")) {
            return Rounds.of(unit(), () -> {
                double rate = KafkaIn.round(bed, producer, territories);
                bed.projection().catchUp();
                return rate;
            });
        }
    }
}
