package org.bitacora.benchmarks.suite;

import org.bitacora.benchmarks.load.LoadResponseParser;
import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.progress.ProgressLog;
import org.bitacora.benchmarks.raw.RawVersions;
import org.bitacora.benchmarks.testbed.Testbed;

/** All read models from a log of 100,000 entries, beside the raw insertion of the rows that come of it. */
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
            ProgressLog.print("  the raw side is faster on %d connection(s)", connections);
            return MeasurementRounds.measure(() -> measureRebuildRate(bed), () -> versions.measureRate(connections));
        } finally {
            bed.database().execute("drop schema if exists rebuild cascade; drop schema if exists raw cascade");
        }
    }

    /** Built beside, by the application, which counts the time from the first entry to the last row. */
    private static double measureRebuildRate(Testbed bed) {
        var answer =
                LoadResponseParser.parse(bed.client().send(bed.requests().post("/v1/admin/rebuild?swap=false")), 200);
        return answer.path("entries").asDouble() / answer.path("seconds").asDouble();
    }
}
