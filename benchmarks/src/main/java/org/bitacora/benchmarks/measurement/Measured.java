package org.bitacora.benchmarks.measurement;

/**
 * What came out.
 *
 * @param value the application's
 * @param limit the raw limit in the same run; for a {@link Floor.AtMost} of no account
 */
public record Measured(double value, double limit) {

    public static Measured of(double value) {
        return new Measured(value, Double.NaN);
    }
}
