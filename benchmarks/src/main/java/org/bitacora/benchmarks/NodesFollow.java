package org.bitacora.benchmarks;

/** The projectors of several nodes that share the territories, catching up with 100,000 entries that came at once. */
record NodesFollow(int nodes) implements Measurement {

    private static final int TERRITORIES = 1_000;
    private static final String BEHIND =
            "select coalesce(sum(h.position - c.position), 0)::bigint from head h join checkpoint c using (territory)";

    @Override
    public String name() {
        return "nodes-" + nodes + "-follow";
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
        var territories = bed.seed().territories(TERRITORIES);
        try (var producer = bed.kafka().producer("lz4")) {
            return Rounds.of(unit(), () -> {
                KafkaIn.round(bed, producer, territories);
                long behind = bed.database().number(BEHIND);
                long begin = System.nanoTime();
                Backlog.await(() -> bed.database().number(BEHIND));
                return behind / Progress.seconds(begin);
            });
        }
    }
}
