package org.bitacora.benchmarks;

/**
 * How much more memory is resident, at the most, while a server that was just started imports its first 50,000 rows, than
 * before: one that has done other work has taken it already.
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
        bed.restart();
        var importing = new Importing(bed, "first");
        var memory = new ResidentMemory(bed.application().pid());
        double before = memory.beginAnew();
        importing.perSecond();
        return Measured.of(memory.peak() - before);
    }
}
