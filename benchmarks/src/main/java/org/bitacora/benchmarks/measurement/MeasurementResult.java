package org.bitacora.benchmarks.measurement;

import java.util.Optional;

/**
 * A measurement and its value.
 *
 * @param measuredValue the value; empty if the measurement failed
 */
public record MeasurementResult(Measurement measurement, Optional<MeasuredValue> measuredValue) {

    public boolean holds() {
        return measuredValue.map(it -> measurement.threshold().isMet(it)).orElse(false);
    }

    public Optional<Double> value() {
        return measuredValue.map(MeasuredValue::value);
    }

    public Optional<Double> limit() {
        return measuredValue.map(it -> measurement.threshold().limit(it)).filter(it -> !it.isNaN());
    }

    public Optional<Double> ratio() {
        return value().flatMap(value -> limit().map(limit -> value / limit));
    }
}
