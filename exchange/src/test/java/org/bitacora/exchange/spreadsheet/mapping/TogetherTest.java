package org.bitacora.exchange.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.json.JsonText.json;

import org.junit.jupiter.api.Test;

class TogetherTest {

    private static final String MAPPING = """
            {'kind': 'mission', 'activity': {'columns': ['Id']},
             'data': {'title': 'T', 'counterparts': [{'country': 'P'}], 'quantities': {'delegates': 'N'}}}""";

    private static Together together(String... rows) {
        var together = new Together("m1");
        Sheets.read(MAPPING, rows).forEach(together::add);
        return together;
    }

    @Test
    void rowsOfOneActivityPutTheirListsTogether() {
        var together = together("Id|T|P|N", "m1|Cono Sur|Chile|", "m1|Cono Sur|Uruguay|5", "m1|Cono Sur|Chile|");

        assertThat(together.faults()).isEmpty();
        assertThat(together.rows()).containsExactly(2, 3, 4);
        assertThat(together.steps().getFirst().data()).isEqualTo(json("""
                {'title': 'Cono Sur', 'counterparts': [{'country': 'CL'}, {'country': 'UY'}],
                 'quantities': {'delegates': 5}}"""));
    }

    @Test
    void whatDiffersBetweenThemIsToldAndNotChosen() {
        var together = together("Id|T|P|N", "m1|Cono Sur|Chile|5", "m1|Cono Sur|Uruguay|6");

        assertThat(together.faults()).singleElement().satisfies(it -> {
            assertThat(it.row()).isEqualTo(3);
            assertThat(it.value()).isEqualTo("6");
            assertThat(it.reason()).contains("quantities/delegates").contains("row 2");
        });
    }

    @Test
    void oneWrongRowMakesTheActivityWrong() {
        assertThat(together("Id|T|P|N", "m1|Cono Sur|Chile|5", "m1|Cono Sur|Narnia|5")
                        .faults())
                .singleElement()
                .extracting(Fault::value)
                .isEqualTo("Narnia");
    }

    @Test
    void oneActivityHasOneKind() {
        var mapping = MAPPING.replace("'mission'", "{'column': 'K'}");
        var together = new Together("7");
        Sheets.read(mapping, "K|Id|T|P|N", "mission|7|Lima||", "visit|7|Lima||").forEach(together::add);

        assertThat(together.faults()).singleElement().satisfies(it -> {
            assertThat(it.row()).isEqualTo(3);
            assertThat(it.reason()).contains("another kind");
        });
    }
}
