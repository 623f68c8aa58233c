package org.bitacora.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bitacora.benchmarks.measurement.Measurement;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void allOfTheFirstGroupIsMeasuredUnlessSomethingIsNamed() {
        var options = Options.of(List.of());

        assertThat(options.json()).isFalse();
        assertThat(options.group().only(options.only()))
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
    void whatIsNamedIsMeasuredAlone() {
        var options = Options.of(List.of("--json", "--group", "first", "--only", "start", "--only", "figure"));

        assertThat(options.json()).isTrue();
        assertThat(options.group().only(options.only()))
                .extracting(Measurement::name)
                .containsExactly("figure", "start");
    }

    @Test
    void whatThereIsNotIsRefused() {
        for (var arguments :
                List.of(List.of("--fast"), List.of("--only", "speed"), List.of("--group", "last"), List.of("--only"))) {
            assertThatThrownBy(() -> Options.of(arguments)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void everythingThatIsMeasuredHasItsTurn() {
        var all = Group.FIRST.measurements();

        assertThat(Group.toRun(all)).containsExactlyInAnyOrderElementsOf(all);
    }
}
