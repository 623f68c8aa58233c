package org.bitacora.benchmarks;

/**
 * How much more memory is resident, at the most, while a server that was just started tells its first million of
 * observations as SDMX-CSV, than before: one that has done other work has taken it already.
 */
final class SdmxMemory implements Measurement {

    @Override
    public String name() {
        return "sdmx-memory";
    }

    @Override
    public String unit() {
        return "MiB more";
    }

    @Override
    public Floor floor() {
        return new Floor.AtMost(64);
    }

    @Override
    public Measured measure(Testbed bed) {
        SdmxCsv.uri(bed);
        bed.restart();
        var csv = new SdmxCsv();
        var uri = SdmxCsv.uri(bed);
        var memory = new ResidentMemory(bed.application().pid());
        double before = memory.beginAnew();
        csv.read(uri);
        return Measured.of(memory.peak() - before);
    }
}
