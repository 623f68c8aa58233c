package org.bitacora.benchmarks;

/** One thing that is measured. */
interface Measurement {

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
