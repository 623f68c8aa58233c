package org.bitacora.benchmarks.measurement;

/**
 * What came out.
 *
 * @param value the application's
 * @param limit the raw limit in the same run; for a {@link Threshold.MaximumValue} of no account
 */
public record MeasuredValue(double value, double limit) {

    public static MeasuredValue of(double value) {
        return new MeasuredValue(value, Double.NaN);
    }
}
