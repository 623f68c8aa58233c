package org.bitacora.domain.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "bh.agreements", "allas.planned-share", "a-b.c-d.9"})
    void aCodeIsWordsWithDotsAndHyphensBetweenThem(String text) {
        assertThat(IndicatorCode.parse(text)).contains(new IndicatorCode(text));
        assertThat(new IndicatorCode(text)).hasToString(text);
    }

    @Test
    void aCodeHasAtMost100Characters() {
        assertThat(IndicatorCode.parse("a".repeat(100))).isPresent();
        assertThat(IndicatorCode.parse("a".repeat(101))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", "-a", "a..b", "a.-b", "A", "bh/a", "a_b", "é", "a b", "a\n"})
    void anythingElseIsNoCode(String text) {
        assertThat(IndicatorCode.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new IndicatorCode(text));
    }
}
