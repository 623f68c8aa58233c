package org.bitacora.benchmarks.testbed;

/**
 * Over how many territories figures are measured, each of 1,000 activities.
 *
 * @param thousands how many thousand territories
 */
public record TerritoryScale(int thousands) {

    public static final TerritoryScale DEFAULT = new TerritoryScale(1);

    /** What growth is measured with. */
    public static final TerritoryScale LARGE = new TerritoryScale(10);

    private static final int THOUSAND = 1_000;

    public int territories() {
        return thousands * THOUSAND;
    }

    /** The name of a measurement at this size. */
    public String measurementName(String measurement) {
        return thousands == 1 ? measurement : measurement + "-x" + thousands;
    }
}
