package org.bitacora.benchmarks.suite;

import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.testbed.Testbed;

/** Measures the {@link MemoryGrowth} of a server that imports its first 50,000 rows. */
public final class ImportMemoryMeasurement implements Measurement {

    @Override
    public String name() {
        return "import-memory";
    }

    @Override
    public String unit() {
        return "MiB more";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(128);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        var growth = MemoryGrowth.afterRestart(bed);
        new RegistryImport(bed, "first").measureRate();
        return growth.peakGrowth();
    }
}
