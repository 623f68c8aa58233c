package org.bitacora.exchange.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.json.JsonText.json;

import org.bitacora.domain.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReplacementsTest {

    private static final String MAPPING = """
            {'kind': 'visit', 'activity': {'columns': ['Id']}, 'blanks': ['-'],
             'data': {'themes': {'column': 'Tema', 'split': '/', 'values': {'Salud pública': 'health'} %s}}}""";

    private static Json themes(String otherwise, String cell) {
        return RowParserFixture.data(MAPPING.formatted(otherwise), "Id|Tema", "1|" + cell)
                .get("themes")
                .orElse(new Json.Null());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Salud pública",
                "SALUD PÚBLICA",
                "salud publica",
                "  Salud   pública ",
                "Salud\u00a0pública",
                "Salud pu\u0301blica",
                "Salud\u200b pública"
            })
    void spellingsOfAListedTextAreReplaced(String cell) {
        assertThat(themes(", 'otherwise': 'reject'", cell))
                .isEqualTo(json("{'t': ['health']}").get("t").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", 'otherwise': 'keep'"})
    void otherTextsAreKept(String otherwise) {
        assertThat(themes(otherwise, "Salud pública / Saude"))
                .isEqualTo(json("{'t': ['health', 'Saude']}").get("t").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {", 'otherwise': 'other'", ", 'otherwise': {'value': 'other'}"})
    void otherTextsAreReplacedByAValue(String otherwise) {
        assertThat(themes(otherwise, "Salud pública / Saude / -"))
                .isEqualTo(json("{'t': ['health', 'other']}").get("t").orElseThrow());
    }

    @Test
    void aValueMayBeCalledLikeARule() {
        assertThat(themes(", 'otherwise': {'value': 'reject'}", "Saude"))
                .isEqualTo(json("{'t': ['reject']}").get("t").orElseThrow());
    }

    @Test
    void anEmptyValueLeavesOtherTextsOut() {
        assertThat(themes(", 'otherwise': ''", "Saude / salud pública"))
                .isEqualTo(json("{'t': ['health']}").get("t").orElseThrow());
    }

    @Test
    void otherTextsAreRejected() {
        var faults = RowParserFixture.faults(
                MAPPING.formatted(", 'otherwise': 'reject'"), "Id|Tema", "1|Salud pública / Saude", "2|", "3|-");

        assertThat(faults).singleElement().satisfies(it -> {
            assertThat(it.row()).isEqualTo(2);
            assertThat(it.column()).isEqualTo("Tema");
            assertThat(it.value()).isEqualTo("Saude");
            assertThat(it.reason().english()).isEqualTo("This text is not in the `values` of the column.");
        });
    }

    @Test
    void closedVocabulariesRejectOtherTextsByThemselves() {
        var mapping = """
                {'kind': {'column': 'K', 'values': {'Visita': 'visit'}}, 'activity': {'columns': ['Id']},
                 'data': {'motivation': {'column': 'M', 'values': {'Economía': 'economic'}}}}""";

        assertThat(RowParserFixture.faults(mapping, "Id|K|M", "1|Fiesta|", "2|visita|Diversión"))
                .extracting(CellFault::column)
                .containsExactly("K", "M");
    }
}
