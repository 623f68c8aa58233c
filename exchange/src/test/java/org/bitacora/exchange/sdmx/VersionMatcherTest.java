package org.bitacora.exchange.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which versions a list of versions matches. */
class VersionMatcherTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "+",
                "~",
                "latest",
                "1.0.0",
                "1.0",
                "1.0.0+",
                "1+.0.0",
                "1.0+.0",
                "1.+.0",
                "1.0.*",
                "1.2.1~",
                "1+",
                "+.0.0",
                "0~.9.9",
                "9.9.9,1.2.3",
                "1.2.3+,4.0.0"
            })
    void theOnlyVersionMatches(String requested) {
        assertThat(VersionMatcher.matches(requested, found(requested))).isTrue();
    }

    private static String found(String requested) {
        return requested.contains("1.2") ? "1.2.3" : "1.0.0";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.4", "1.2.4+", "2+.0.0", "1.3+.0", "2.*.0", "0.+.0", "1.2", "1.2.3.4", "1+.0+", "", "one",
                "1.2.3-a", ","
            })
    void otherVersionsDoNotMatch(String requested) {
        assertThat(VersionMatcher.matches(requested, "1.2.3")).isFalse();
    }
}
