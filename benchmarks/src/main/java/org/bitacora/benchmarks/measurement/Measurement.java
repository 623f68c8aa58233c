package org.bitacora.benchmarks.measurement;

import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.testbed.Testbed;

/** A measurement of the application. */
public interface Measurement {

    String name();

    String unit();

    Threshold threshold();

    /**
     * Runs the measurement.
     *
     * @throws MeasurementException if the measurement is not possible
     */
    MeasuredValue measure(Testbed bed);
}
