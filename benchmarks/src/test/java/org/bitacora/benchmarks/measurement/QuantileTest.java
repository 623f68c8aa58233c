package org.bitacora.benchmarks.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class QuantileTest {

    private final List<Double> hundred =
            DoubleStream.iterate(100, it -> it - 1).limit(100).boxed().toList();

    @Test
    void the99thPercentileOfOneHundredNumbersIsThe99th() {
        assertThat(Quantile.of(0.99, hundred)).isEqualTo(99);
        assertThat(Quantile.of(1, hundred)).isEqualTo(100);
    }

    @Test
    void theMedianOfThreeIsTheMiddleOne() {
        assertThat(Quantile.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
    }
}
