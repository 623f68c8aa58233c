package org.bitacora.benchmarks;

/**
 * What came out.
 *
 * @param value the application's
 * @param limit the raw limit in the same run; for a {@link Floor.AtMost} of no account
 */
record Measured(double value, double limit) {

    static Measured of(double value) {
        return new Measured(value, Double.NaN);
    }
}
