package org.bitacora.benchmarks.testbed;

/**
 * The number of territories of a measurement, each with 1,000 activities.
 *
 * @param thousands the number of territories, in thousands
 */
public record TerritoryScale(int thousands) {

    public static final TerritoryScale DEFAULT = new TerritoryScale(1);

    /** The scale of the group {@code large}. */
    public static final TerritoryScale LARGE = new TerritoryScale(10);

    private static final int THOUSAND = 1_000;

    public int territories() {
        return thousands * THOUSAND;
    }

    /** Returns the name of a measurement at this scale. */
    public String measurementName(String measurement) {
        return thousands == 1 ? measurement : measurement + "-x" + thousands;
    }
}
