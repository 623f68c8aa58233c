package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FieldTest {

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
        "counterpart-type, company, friend",
        "role, hosted, guest",
        "scale, large, huge",
        "funding, cooperation, luck",
        "theme, anything, ' '",
        "objective, o1, ''",
        "actor, smari, ' '",
        "source, 'https://smari.example/', ''"
    })
    void aFieldAcceptsWhatActivitiesCanHaveAndNothingElse(String word, String good, String bad) {
        var field = Field.of(word).orElseThrow();

        assertThat(field.accepts(good)).isTrue();
        assertThat(field.accepts(bad)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldHasItsWordAndRefusesEmptyText(Field field) {
        assertThat(Field.of(field.word())).contains(field);
        assertThat(Field.words()).contains(field.word());
        assertThat(field.accepts("")).isFalse();
    }

    @Test
    void anUnknownWordIsNoField() {
        assertThat(Field.of("colour")).isEmpty();
        assertThat(Field.of("KIND")).isEmpty();
    }
}
