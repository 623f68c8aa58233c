package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FilterFieldTest {

    @ParameterizedTest
    @CsvSource({
        "kind, agreement, agreement-signed",
        "category, agreement-signed, agreement",
        "status, ended, undone",
        "motivation, reactive, spontaneous",
        "dimension, economy, sport",
        "sdg, 1, 0",
        "sdg, 17, 18",
        "sdg, 9, 09",
        "country, AR, ar",
        "country, BR, ZZ",
        "counterpartType, company, friend",
        "role, hosted, guest",
        "scale, large, huge",
        "funding, cooperation, luck",
        "theme, anything, ' '",
        "objective, o1, ''",
        "actor, smari, ' '",
        "actorRole, 'host, speaker', ' '",
        "place, BR, ZZ",
        "place, BR/Salvador, ZZ/Salvador",
        "place, BR/, br/",
        "source, 'https://smari.example/', ''"
    })
    void aFieldAcceptsOnlyPossibleValues(String word, String good, String bad) {
        var filterField = FilterField.of(word).orElseThrow();

        assertThat(filterField.accepts(good)).isTrue();
        assertThat(filterField.accepts(bad)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldHasItsNameAndRefusesAnEmptyText(FilterField filterField) {
        assertThat(FilterField.of(filterField.word())).contains(filterField);
        assertThat(FilterField.words()).contains(filterField.word());
        assertThat(filterField.accepts("")).isFalse();
    }

    @Test
    void theFormerWordIsReadAndTheNewOneIsWritten() {
        assertThat(FilterField.of("counterpart-type")).contains(FilterField.COUNTERPART_TYPE);
        assertThat(FilterField.COUNTERPART_TYPE.word()).isEqualTo("counterpartType");
        assertThat(FilterField.words()).doesNotContain("counterpart-type");
        assertThat(FilterField.formerWords()).containsExactly("counterpart-type");
    }

    @Test
    void anUnknownWordIsNoField() {
        assertThat(FilterField.of("colour")).isEmpty();
        assertThat(FilterField.of("KIND")).isEmpty();
    }
}
