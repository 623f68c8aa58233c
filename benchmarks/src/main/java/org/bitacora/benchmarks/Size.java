package org.bitacora.benchmarks;

/**
 * Over how many territories figures are measured, each of 1,000 activities.
 *
 * @param times how many thousand territories
 */
record Size(int times) {

    static final Size USUAL = new Size(1);

    /** What growth is measured with. */
    static final Size LARGE = new Size(10);

    private static final int THOUSAND = 1_000;

    int territories() {
        return times * THOUSAND;
    }

    /** The name of a measurement at this size. */
    String name(String measurement) {
        return times == 1 ? measurement : measurement + "-x" + times;
    }
}
