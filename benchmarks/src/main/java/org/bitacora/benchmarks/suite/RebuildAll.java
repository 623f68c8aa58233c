package org.bitacora.benchmarks.suite;

import org.bitacora.benchmarks.load.Json;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.raw.RawVersions;
import org.bitacora.benchmarks.testbed.Testbed;

/** All read models from a log of 100,000 entries, beside the raw insertion of the rows that come of it. */
public final class RebuildAll implements Measurement {

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String unit() {
        return "entries/s";
    }

    @Override
    public Floor floor() {
        return new Floor.Part(0.4);
    }

    @Override
    public Measured measure(Testbed bed) {
        bed.seed().log();
        try (var versions = RawVersions.read(bed.database())) {
            int connections = versions.perSecond(1) > versions.perSecond(2) ? 1 : 2;
            Progress.say("  the raw side is faster on %d connection(s)", connections);
            return Rounds.of(() -> rebuild(bed), () -> versions.perSecond(connections));
        } finally {
            bed.database().run("drop schema if exists rebuild cascade; drop schema if exists raw cascade");
        }
    }

    /** Built beside, by the application, which counts the time from the first entry to the last row. */
    private static double rebuild(Testbed bed) {
        var answer = Json.of(bed.web().ask(bed.request().post("/v1/admin/rebuild?swap=false")), 200);
        return answer.path("entries").asDouble() / answer.path("seconds").asDouble();
    }
}
