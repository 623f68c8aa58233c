package org.bitacora.benchmarks.suite;

import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.testbed.Testbed;

/** Measures the {@link MemoryGrowth} of a server that exports its first million observations as SDMX-CSV. */
public final class SdmxMemoryMeasurement implements Measurement {

    @Override
    public String name() {
        return "sdmx-memory";
    }

    @Override
    public String unit() {
        return "MiB more";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(64);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.seeder().ensureLog();
        var growth = MemoryGrowth.afterRestart(bed);
        new SdmxCsvMeasurement().readAll(SdmxCsvMeasurement.dataUri(bed));
        return growth.peakGrowth();
    }
}
