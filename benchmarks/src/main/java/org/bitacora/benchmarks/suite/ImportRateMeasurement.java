package org.bitacora.benchmarks.suite;

import java.time.Duration;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.raw.RawLog;
import org.bitacora.benchmarks.testbed.Testbed;

/** Measures imports of files with 50,000 rows. Raw limit: appends of the resulting events to one log, 500 per batch. */
public final class ImportRateMeasurement implements Measurement {

    private static final int BATCH = 500;
    private static final int CONNECTIONS = 2;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String unit() {
        return "rows/s";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MinimumRatio(0.25);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        var registryImport = new RegistryImport(bed, "next");
        ProgressLog.print("  first file: %,.0f/s", registryImport.measureRate());
        ProgressLog.print("  second file: %,.0f/s", registryImport.measureRate());
        try (var raw = RawLog.create(bed.database(), bed.events()).openBatchLoad(CONNECTIONS, BATCH, 1)) {
            return MeasurementRounds.measure(
                    () -> {
                        double rate = registryImport.measureRate();
                        bed.projector().awaitCatchUp();
                        return rate;
                    },
                    () -> raw.measureRate(Duration.ofSeconds(2)));
        }
    }
}
