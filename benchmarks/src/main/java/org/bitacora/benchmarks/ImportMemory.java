package org.bitacora.benchmarks;

/** How much more memory is resident, at the most, while 50,000 rows are imported, than just before. */
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
        var importing = new Importing(bed);
        var memory = new ResidentMemory(bed.application().pid());
        double before = memory.beginAnew();
        importing.perSecond();
        return Measured.of(memory.peak() - before);
    }
}
