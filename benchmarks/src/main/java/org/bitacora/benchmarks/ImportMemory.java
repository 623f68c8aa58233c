package org.bitacora.benchmarks;

/**
 * The {@link MemoryGrowth} of a server that imports its first 50,000 rows.
 */
final class ImportMemory implements Measurement {

    @Override
    public String name() {
        return "import-memory";
    }

    @Override
    public String unit() {
        return "MiB more";
    }

    @Override
    public Floor floor() {
        return new Floor.AtMost(128);
    }

    @Override
    public Measured measure(Testbed bed) {
        var growth = MemoryGrowth.afterRestart(bed);
        new Importing(bed, "first").perSecond();
        return growth.most();
    }
}
