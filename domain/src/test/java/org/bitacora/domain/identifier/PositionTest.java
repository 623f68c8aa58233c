package org.bitacora.domain.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void aPositionIsAWholeNumberFrom0On() {
        assertThat(Position.parse("0")).contains(new Position(0));
        assertThat(Position.parse("017")).contains(new Position(17));
        assertThat(Position.parse("9".repeat(18))).contains(new Position(999_999_999_999_999_999L));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "1.0", "1e3", " 1", "1\n", "a", "1000000000000000000", "2014-01-01"})
    void anythingElseIsNoPosition(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }
}
