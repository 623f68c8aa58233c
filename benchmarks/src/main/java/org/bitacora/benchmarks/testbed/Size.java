package org.bitacora.benchmarks.testbed;

/**
 * Over how many territories figures are measured, each of 1,000 activities.
 *
 * @param times how many thousand territories
 */
public record Size(int times) {

    public static final Size USUAL = new Size(1);

    /** What growth is measured with. */
    public static final Size LARGE = new Size(10);

    private static final int THOUSAND = 1_000;

    public int territories() {
        return times * THOUSAND;
    }

    /** The name of a measurement at this size. */
    public String name(String measurement) {
        return times == 1 ? measurement : measurement + "-x" + times;
    }
}
