package org.bitacora.benchmarks.measurement;

import org.bitacora.benchmarks.progress.Unmeasurable;
import org.bitacora.benchmarks.testbed.Testbed;

/** One thing that is measured. */
public interface Measurement {

    String name();

    String unit();

    Floor floor();

    /**
     * Measures it on that testbed.
     *
     * @throws Unmeasurable if it cannot be
     */
    Measured measure(Testbed bed);
}
