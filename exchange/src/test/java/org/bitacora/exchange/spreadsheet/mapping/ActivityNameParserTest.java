package org.bitacora.exchange.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.exchange.spreadsheet.mapping.RowParserFixture.row;

import java.util.List;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.domain.identifier.ActivityName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityNameParserTest {

    private static final String DATA = "'kind': 'visit', 'data': {'title': 'T', 'start': 'Fecha'}";
    private static final SheetRow HEADER = row(1, "Id|T|Fecha");

    private static RowParser reader(String naming) {
        return new RowParser(
                RowParserFixture.mapping("{" + DATA + ", 'activity': {" + naming + "}}"), new SheetHeader(HEADER));
    }

    private static String name(String naming, SheetRow sheetRow) {
        return reader(naming)
                .activityName(sheetRow)
                .map(RowParser.RowActivityName::activity)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({"12, v-12", "12/2014, v-12-2014", "Misión Nº 3, v-Mision-N-3", "(a), v-a", "a_b ~c, v-a_b-~c"})
    void anIdBecomesAValidName(String id, String name) {
        assertThat(name("'columns': ['Id'], 'prefix': 'v-'", row(2, id + "||")))
                .isEqualTo(name)
                .matches(ActivityName.REGEX);
    }

    @Test
    void aLongIdIsHashed() {
        assertThat(name("'columns': ['Id']", row(2, "x".repeat(200) + "||"))).matches("[0-9a-f]{16}");
    }

    @Test
    void aHashReplacesAMissingId() {
        var naming = "'columns': ['Id'], 'hash': ['T', 'Fecha']";

        assertThat(name(naming, row(2, "7|Rosario|2014"))).isEqualTo("7");
        assertThat(name(naming, row(2, "|Rosario|2014"))).matches("[0-9a-f]{16}");
        assertThat(name(naming, row(2, "|Rosario|2014"))).isNotEqualTo(name(naming, row(2, "|Rosario|2015")));
        assertThat(name(naming, row(2, "||"))).isEmpty();
    }

    private static SheetRow rowWithDateCell() {
        var date = new SheetCell.DateCell(PartialDate.of("2014-05-12").orElseThrow());
        return new SheetRow(2, List.of(SheetCell.BLANK, SheetCell.of("Rosario"), date));
    }

    private static RowParser.RowActivityName parsed(String naming, SheetRow sheetRow) {
        return reader(naming).activityName(sheetRow).orElseThrow();
    }

    /** A sheet that is saved as CSV and as a workbook: each name has the other one as an alternative. */
    @Test
    void theNameOfADateSavedAsATextIsAnAlternative() {
        var naming = "'hash': ['T', 'Fecha']";

        var ofText = parsed(naming, row(2, "|Rosario|12/05/2014"));
        var ofDate = parsed(naming, rowWithDateCell());

        assertThat(ofText.alternatives()).contains(ofDate.activity());
        assertThat(ofDate.alternatives()).contains(ofText.activity());
    }

    /** A correction of the mapping must not give the same rows other names: the activities would be counted twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'title': 'T'",
                "'title': 'T', 'place': {'country': {'column': 'País'}}",
                "'title': 'T', 'place': {'country': {'column': 'País', 'values': {'Perú': 'PE', 'AR': 'CL'}}}",
                "'title': 'T', 'place': {'country': {'column': 'País', 'split': '/', 'part': 1}}",
                "'title': 'T', 'start': 'Fecha'",
                "'title': 'T', 'start': {'column': 'Fecha', 'values': {'12/05/2014': '2015'}}",
                "'title': {'column': 'T', 'values': {'Rosario': 'Otra'}}",
                "'title': {'columns': ['T', 'País'], 'join': ' - '}"
            })
    void howAMappingReadsColumnsDoesNotChangeNames(String data) {
        var header = new SheetHeader(row(1, "Id|T|Fecha|País"));
        var mapping = RowParserFixture.mapping(
                "{'kind': 'visit', 'data': {" + data + "}, 'activity': {'hash': ['T', 'Fecha', 'País']}}");

        var name = new RowParser(mapping, header)
                .activityName(row(2, "|Rosario|12/05/2014|AR / CL"))
                .orElseThrow();

        assertThat(name.activity()).isEqualTo("54bd7229e046fe00");
    }

    @Test
    void aRowWithoutAnIdMayContinueTheActivityAbove() {
        var reader = reader("'columns': ['Id'], 'carried': true");

        reader.activityName(row(2, "7|Rosario|2014"));

        assertThat(reader.activityName(row(3, "|Lima|2014")).map(RowParser.RowActivityName::activity))
                .contains("7");
    }

    @Test
    void allColumnsOfAnIdAreRequired() {
        assertThat(name("'columns': ['T', 'Id']", row(2, "|2014|"))).isEmpty();
        assertThat(name("'columns': ['T', 'Id']", row(2, "7|2014|"))).isEqualTo("2014-7");
    }
}
