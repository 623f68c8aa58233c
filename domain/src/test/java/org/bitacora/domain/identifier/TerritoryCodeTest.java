package org.bitacora.domain.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoryCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"br-ba", "br", "0a", "a-", "rosario", "br-belo-horizonte-2014"})
    void aCodeConsistsOfLowerCaseLettersDigitsAndHyphens(String text) {
        assertThat(TerritoryCode.isWellFormed(text)).isTrue();
        assertThat(TerritoryCode.parse(text)).contains(new TerritoryCode(text));
        assertThat(new TerritoryCode(text)).hasToString(text);
    }

    @Test
    void aCodeHas2To63Characters() {
        assertThat(TerritoryCode.isWellFormed("a")).isFalse();
        assertThat(TerritoryCode.isWellFormed("a".repeat(63))).isTrue();
        assertThat(TerritoryCode.isWellFormed("a".repeat(64))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "BR-BA", "br_ba", "br/ba", "br ba", "br.ba", "córdoba", "br-ba\n"})
    void anyOtherTextIsNotACode(String text) {
        assertThat(TerritoryCode.isWellFormed(text)).isFalse();
        assertThat(TerritoryCode.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new TerritoryCode(text));
    }
}
