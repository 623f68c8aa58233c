package org.bitacora.benchmarks.measurement;

import java.util.Optional;

/**
 * A measurement and what came of it.
 *
 * @param measured empty where it could not be measured
 */
public record Result(Measurement of, Optional<Measured> measured) {

    public boolean holds() {
        return measured.map(it -> of.floor().holds(it)).orElse(false);
    }

    public Optional<Double> value() {
        return measured.map(Measured::value);
    }

    public Optional<Double> limit() {
        return measured.map(it -> of.floor().limit(it)).filter(it -> !it.isNaN());
    }

    public Optional<Double> ratio() {
        return value().flatMap(value -> limit().map(limit -> value / limit));
    }
}
