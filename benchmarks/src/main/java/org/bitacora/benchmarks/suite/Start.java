package org.bitacora.benchmarks.suite;

import org.bitacora.benchmarks.measurement.Floor;
import org.bitacora.benchmarks.measurement.Measured;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.Rounds;
import org.bitacora.benchmarks.testbed.Testbed;

/** From the start of the process to the answer that it is ready, on the data that are there, with its PostgreSQL. */
public final class Start implements Measurement {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String unit() {
        return "s";
    }

    @Override
    public Floor floor() {
        return new Floor.AtMost(4);
    }

    @Override
    public Measured measure(Testbed bed) {
        return Rounds.of(unit(), () -> bed.restart().toMillis() / 1_000.0);
    }
}
