package org.bitacora.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Launch options from the environment and the command line. */
class LaunchOptionsTest {

    private static final List<String> WITH_KAFKA = List.of("--kafka");

    @Test
    void kafkaIsOffByDefault() {
        var launchOptions = LaunchOptions.parse(
                Map.of("BITACORA_KAFKA", "kafka:9092", "BITACORA_KAFKA_PORT", "x"), List.of("--demo"));

        assertThat(launchOptions.kafka()).isEmpty();
        assertThat(launchOptions.configurationError()).isEmpty();
    }

    @Test
    void kafkaUsesItsDefaultPortUnlessConfigured() {
        assertThat(LaunchOptions.parse(Map.of(), WITH_KAFKA)
                        .kafka()
                        .orElseThrow()
                        .port())
                .isEqualTo(9_092);
        assertThat(LaunchOptions.parse(Map.of("BITACORA_KAFKA_PORT", "19092"), WITH_KAFKA)
                        .kafka()
                        .orElseThrow()
                        .port())
                .isEqualTo(19_092);
    }

    @Test
    void invalidOptionsAreReported() {
        assertThat(LaunchOptions.parse(Map.of("BITACORA_KAFKA", "kafka:9092"), WITH_KAFKA)
                        .configurationError())
                .hasValueSatisfying(it -> assertThat(it).contains("cannot be combined"));
        for (var port : List.of("0", "65536", "-1", "x", "99999999999")) {
            assertThat(LaunchOptions.parse(Map.of("BITACORA_KAFKA_PORT", port), WITH_KAFKA)
                            .configurationError())
                    .as(port)
                    .hasValueSatisfying(it -> assertThat(it).contains(port));
        }
    }
}
