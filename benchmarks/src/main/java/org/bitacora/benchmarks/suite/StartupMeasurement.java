package org.bitacora.benchmarks.suite;

import org.bitacora.benchmarks.measurement.MeasuredValue;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.measurement.MeasurementRounds;
import org.bitacora.benchmarks.measurement.Threshold;
import org.bitacora.benchmarks.testbed.Testbed;

/**
 * Measures the time from the start of the process, including its PostgreSQL, on existing data, until the application
 * reports that it is ready.
 */
public final class StartupMeasurement implements Measurement {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String unit() {
        return "s";
    }

    @Override
    public Threshold threshold() {
        return new Threshold.MaximumValue(4);
    }

    @Override
    public MeasuredValue measure(Testbed bed) {
        return MeasurementRounds.measure(unit(), () -> bed.restart().toMillis() / 1_000.0);
    }
}
