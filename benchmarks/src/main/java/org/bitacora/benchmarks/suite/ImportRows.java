package org.bitacora.benchmarks.suite;

import java.time.Duration;
import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.raw.RawLog;
import org.bitacora.benchmarks.testbed.Testbed;

/** Files of 50,000 rows beside raw appends of the events that they make, in five hundreds, to one log. */
public final class ImportRows implements Measurement {

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
    public Floor floor() {
        return new Floor.Part(0.25);
    }

    @Override
    public Measured measure(Testbed bed) {
        var importing = new Importing(bed, "next");
        Progress.say("  the first file of this server: %,.0f/s", importing.perSecond());
        Progress.say("  the second: %,.0f/s", importing.perSecond());
        try (var raw = RawLog.create(bed.database(), bed.registry()).batches(CONNECTIONS, BATCH, 1)) {
            return Rounds.of(
                    () -> {
                        double rate = importing.perSecond();
                        bed.projection().catchUp();
                        return rate;
                    },
                    () -> raw.perSecond(Duration.ofSeconds(2)));
        }
    }
}
