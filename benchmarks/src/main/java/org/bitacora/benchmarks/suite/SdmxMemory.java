package org.bitacora.benchmarks.suite;

import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * The {@link MemoryGrowth} of a server that tells its first million of observations as SDMX-CSV.
 */
public final class SdmxMemory implements Measurement {

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
        bed.seed().log();
        var growth = MemoryGrowth.afterRestart(bed);
        new SdmxCsv().read(SdmxCsv.uri(bed));
        return growth.most();
    }
}
