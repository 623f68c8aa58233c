package org.bitacora.benchmarks.measurement;

import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.testbed.Testbed;

/** One thing that is measured. */
public interface Measurement {

    String name();

    String unit();

    Threshold threshold();

    /**
     * Measures it on that testbed.
     *
     * @throws MeasurementException if it cannot be
     */
    MeasuredValue measure(Testbed bed);
}
