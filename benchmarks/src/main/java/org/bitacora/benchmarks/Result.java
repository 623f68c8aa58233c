package org.bitacora.benchmarks;

import java.util.Optional;

/**
 * A measurement and what came of it.
 *
 * @param measured empty where it could not be measured
 */
record Result(Measurement of, Optional<Measured> measured) {

    boolean holds() {
        return measured.map(it -> of.floor().holds(it)).orElse(false);
    }

    Optional<Double> value() {
        return measured.map(Measured::value);
    }

    Optional<Double> limit() {
        return measured.map(it -> of.floor().limit(it)).filter(it -> !it.isNaN());
    }

    Optional<Double> ratio() {
        return value().flatMap(value -> limit().map(limit -> value / limit));
    }
}
