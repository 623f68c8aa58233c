package org.bitacora.benchmarks.measurement;

/**
 * The value of a measurement.
 *
 * @param value the value of the application
 * @param limit the raw limit in the same run; not used by a {@link Threshold.MaximumValue}
 */
public record MeasuredValue(double value, double limit) {

    public static MeasuredValue of(double value) {
        return new MeasuredValue(value, Double.NaN);
    }
}
