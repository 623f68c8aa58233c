package org.bitacora.exchange.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.json.JsonText.json;

import java.util.stream.Collectors;
import org.bitacora.domain.json.Json;
import org.junit.jupiter.api.Test;

class RowGroupTest {

    private static final String MAPPING = """
            {'kind': 'mission', 'activity': {'columns': ['Id']},
             'data': {'title': 'T', 'counterparts': [{'country': 'P'}], 'quantities': {'delegates': 'N'}}}""";

    private static RowGroup group(String... rows) {
        var rowGroup = new RowGroup("m1");
        RowParserFixture.read(MAPPING, rows).forEach(rowGroup::add);
        return rowGroup;
    }

    @Test
    void listsOfTheRowsOfAnActivityAreUnited() {
        var rowGroup = group("Id|T|P|N", "m1|Cono Sur|Chile|", "m1|Cono Sur|Uruguay|5", "m1|Cono Sur|Chile|");

        assertThat(rowGroup.faults()).isEmpty();
        assertThat(rowGroup.rows()).containsExactly(2, 3, 4);
        assertThat(rowGroup.steps().getFirst().data()).isEqualTo(json("""
                {'title': 'Cono Sur', 'counterparts': [{'country': 'CL'}, {'country': 'UY'}],
                 'quantities': {'delegates': 5}}"""));
    }

    @Test
    void rowsThatStateTheSameAsAnEarlierRowAreRepeated() {
        var rowGroup = group(
                "Id|T|P|N", "m1|Cono Sur|Chile|", "m1|Cono Sur|Uruguay|5", "m1| cono|Chile|", "m1|Cono Sur|CHILE|");

        assertThat(rowGroup.repeatedRows()).containsExactly(5);
        assertThat(group("Id|T|P|N", "m1|Cono Sur|Chile|").repeatedRows()).isEmpty();
    }

    private static String amounts(String mappedAmounts, String... rows) {
        var mapping = "{'kind': 'project', 'activity': {'columns': ['Id']}, 'data': {'title': 'T', 'amounts': ["
                + mappedAmounts + "]}}";
        var rowGroup = new RowGroup("p1");
        RowParserFixture.read(mapping, rows).forEach(rowGroup::add);
        assertThat(rowGroup.faults()).isEmpty();
        return rowGroup.steps().getFirst().data().items("amounts").stream()
                .map(it -> ((Json.Obj) it).text("value").orElse("") + " "
                        + ((Json.Obj) it).text("id").orElse(""))
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }

    @Test
    void eachRowHasItsOwnAmount() {
        var amount = "{'value': 'V', 'currency': {'constant': 'BRL'}}";

        assertThat(amounts(amount, "Id|T|V|N", "p1|A|500|", "p1|A|500|1", "p1|A|200|", "p1|A|500|"))
                .isEqualTo("500, 500 2, 200, 500 3");
    }

    @Test
    void amountsWithEqualIdsAreOne() {
        var amount = "{'id': 'N', 'value': 'V', 'currency': {'constant': 'BRL'}}";

        assertThat(amounts(amount, "Id|T|V|N", "p1|A|500|total", "p1|A|500|total", "p1|A|200|fee"))
                .isEqualTo("500 total, 200 fee");
    }

    @Test
    void differingValuesAreReportedAsAFault() {
        var rowGroup = group("Id|T|P|N", "m1|Cono Sur|Chile|5", "m1|Cono Sur|Uruguay|6");

        assertThat(rowGroup.faults()).singleElement().satisfies(it -> {
            assertThat(it.row()).isEqualTo(3);
            assertThat(it.value()).isEqualTo("6");
            assertThat(it.reason().english()).contains("quantities/delegates").contains("row 2");
        });
    }

    @Test
    void anInvalidRowMakesTheActivityInvalid() {
        assertThat(group("Id|T|P|N", "m1|Cono Sur|Chile|5", "m1|Cono Sur|Narnia|5")
                        .faults())
                .singleElement()
                .extracting(CellFault::value)
                .isEqualTo("Narnia");
    }

    @Test
    void oneActivityHasOneKind() {
        var mapping = MAPPING.replace("'mission'", "{'column': 'K'}");
        var rowGroup = new RowGroup("7");
        RowParserFixture.read(mapping, "K|Id|T|P|N", "mission|7|Lima||", "visit|7|Lima||")
                .forEach(rowGroup::add);

        assertThat(rowGroup.faults()).singleElement().satisfies(it -> {
            assertThat(it.row()).isEqualTo(3);
            assertThat(it.reason().english()).contains("another value of kind");
        });
    }
}
