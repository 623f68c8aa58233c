package org.bitacora.benchmarks.suite;

import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.raw.RawVersions;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures the rebuild of all read models from a log of 100,000 entries. Raw limit: the insertion of the resulting
 * rows.
 */
public final class RebuildMeasurement implements Measurement {

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String unit() {
        return "entries/s";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MinimumRatio(0.4);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        bed.seeder().ensureLog();
        try (var versions = RawVersions.read(bed.database())) {
            int connections = versions.measureRate(1) > versions.measureRate(2) ? 1 : 2;
            ProgressLog.print("  the raw limit is faster with %d connection(s)", connections);
            return MeasurementRounds.measure(() -> measureRebuildRate(bed), () -> versions.measureRate(connections));
        } finally {
            bed.database().execute("drop schema if exists rebuild cascade; drop schema if exists raw cascade");
        }
    }

    /** Rebuilds without swapping. The application reports the time from the first entry to the last row. */
    private static double measureRebuildRate(Testbed bed) {
        var result =
                LoadResponseParser.parse(bed.client().send(bed.requests().post("/v1/admin/rebuild?swap=false")), 200);
        return result.path("entries").asDouble() / result.path("seconds").asDouble();
    }
}
