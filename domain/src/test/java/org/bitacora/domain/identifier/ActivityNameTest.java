package org.bitacora.domain.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "visita-2014-0203", "AZaz09._~-", "-", "0"})
    void aNameIsTheTextThatItCameFrom(String text) {
        assertThat(ActivityName.parse(text)).contains(new ActivityName(text));
        assertThat(new ActivityName(text)).hasToString(text);
    }

    @Test
    void aNameHasAtMost128Characters() {
        assertThat(ActivityName.parse("a".repeat(128))).isPresent();
        assertThat(ActivityName.parse("a".repeat(129))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/b", "a b", "año", "a%20", "a\n", "a:b", "a+b"})
    void anythingElseIsNoName(String text) {
        assertThat(ActivityName.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new ActivityName(text));
    }
}
