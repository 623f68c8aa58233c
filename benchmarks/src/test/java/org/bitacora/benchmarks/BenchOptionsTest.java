package org.bitacora.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bitacora.benchmarks.measurement.Measurement;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    @Test
    void theDefaultIsAllMeasurementsOfTheFirstGroup() {
        var benchOptions = BenchOptions.parse(List.of());

        assertThat(benchOptions.json()).isFalse();
        assertThat(benchOptions.group().select(benchOptions.measurementNames()))
                .extracting(Measurement::name)
                .containsExactly(
                        "append-batch",
                        "append-single",
                        "append-hot",
                        "visible",
                        "rebuild",
                        "figure",
                        "figure-cached",
                        "memory",
                        "start");
    }

    @Test
    void onlyNamedMeasurementsAreSelected() {
        var benchOptions =
                BenchOptions.parse(List.of("--json", "--group", "first", "--only", "start", "--only", "figure"));

        assertThat(benchOptions.json()).isTrue();
        assertThat(benchOptions.group().select(benchOptions.measurementNames()))
                .extracting(Measurement::name)
                .containsExactly("figure", "start");
    }

    @Test
    void unknownOptionsAndNamesAreRefused() {
        for (var arguments :
                List.of(List.of("--fast"), List.of("--only", "speed"), List.of("--group", "last"), List.of("--only"))) {
            assertThatThrownBy(() -> BenchOptions.parse(arguments)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void everyMeasurementHasARunOrder() {
        var all = MeasurementGroup.FIRST.measurements();

        assertThat(MeasurementGroup.inRunOrder(all)).containsExactlyInAnyOrderElementsOf(all);
    }
}
