package org.bitacora.benchmarks.suite;

import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * The {@link MemoryGrowth} of a server that imports its first 50,000 rows.
 */
public final class ImportMemory implements Measurement {

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
