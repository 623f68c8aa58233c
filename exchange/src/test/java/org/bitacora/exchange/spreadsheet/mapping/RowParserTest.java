package org.bitacora.exchange.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bitacora.domain.json.JsonText.json;
import static org.bitacora.exchange.spreadsheet.mapping.RowParserFixture.data;
import static org.bitacora.exchange.spreadsheet.mapping.RowParserFixture.faults;
import static org.bitacora.exchange.spreadsheet.mapping.RowParserFixture.read;
import static org.bitacora.exchange.spreadsheet.mapping.RowParserFixture.stepRow;

import java.util.List;
import org.bitacora.domain.activity.Transition;
import org.junit.jupiter.api.Test;

class RowParserTest {

    private static final String VISITS = """
            {'kind': 'visit', 'activity': {'prefix': 'visita-', 'columns': ['Nº']}, 'decimal': ',',
             'blanks': ['-', 's/d'],
             'values': {'offices': {'MOH': 'health', 'MoH ': 'health'}},
             'data': {
               'title': 'Delegación', 'start': 'Fecha', 'role': {'constant': 'hosted'},
               'place': {'city': {'column': 'Lugar', 'split': ',', 'part': -2},
                         'country': {'column': 'Lugar', 'split': ',', 'part': -1}},
               'counterparts': [{'country': {'column': 'País', 'split': ['/', ' y ']},
                                 'type': {'constant': 'local-government'}}],
               'actors': {'actor': {'column': 'Oficina', 'values': 'offices'}, 'role': {'constant': 'host'}},
               'quantities': {'delegates': 'Personas'},
               'amounts': [{'value': 'Costo', 'currency': {'column': 'Costo', 'default': 'VUV'}}]}}""";
    private static final String HEADER = "Nº|Delegación|FECHA |Lugar|pais|Oficina|Personas|Costo";

    @Test
    void columnsBecomeTheMembersOfTheData() {
        var stepRow = stepRow(VISITS, HEADER, "12|Rosario|12/05/2014|Nadi, Fiji|Argentina|MoH|1.400|VUV 1.400.000,50");

        assertThat(stepRow.activity()).isEqualTo("visita-12");
        assertThat(stepRow.steps().getFirst().data()).isEqualTo(json("""
                {'title': 'Rosario', 'start': '2014-05-12', 'role': 'hosted',
                 'place': {'city': 'Nadi', 'country': 'FJ'},
                 'counterparts': [{'country': 'AR', 'type': 'local-government'}],
                 'actors': [{'actor': 'health', 'role': 'host'}],
                 'quantities': {'delegates': 1400},
                 'amounts': [{'value': '1400000.5', 'currency': 'VUV'}]}"""));
    }

    @Test
    void anObjectOfBlankCellsIsLeftOutWithItsConstants() {
        var data = data(VISITS, HEADER, "12|Rosario|2014|Fiji|-|S/D||");

        assertThat(data).isEqualTo(json("""
                {'title': 'Rosario', 'start': '2014', 'role': 'hosted', 'place': {'country': 'FJ'}}"""));
    }

    @Test
    void aBareNumberHasTheDefaultCurrency() {
        var data = data(VISITS, HEADER, "12|Rosario|2014|||||12,5");

        assertThat(data.items("amounts")).containsExactly(json("{'value': '12.5', 'currency': 'VUV'}"));
    }

    @Test
    void aSplitTextMakesOneItemPerPart() {
        var data = data(VISITS, HEADER, "12|Cono Sur|2014-05||Argentina / Chile y Uruguay|||");

        assertThat(data.items("counterparts")).hasSize(3).contains(json("""
                {'country': 'UY', 'type': 'local-government'}"""));
    }

    @Test
    void aBlankPartKeepsTheIndexOfTheOthers() {
        var mapping = """
                {'kind': 'visit', 'activity': {'columns': ['Id']},
                 'data': {'counterparts': [{'country': {'column': 'P', 'split': ';'}, 'name': {'column': 'N', 'split': ';'},
                                            'type': {'constant': 'company'}}]}}""";

        assertThat(data(mapping, "Id|P|N", "1|AR; CL; |; Santiago").items("counterparts"))
                .containsExactly(
                        json("{'country': 'AR', 'type': 'company'}"),
                        json("{'country': 'CL', 'name': 'Santiago', 'type': 'company'}"));
        assertThat(data(mapping, "Id|P|N", "1|AR; ; CL|").items("counterparts")).hasSize(2);
    }

    @Test
    void aBlankPartOfAListOfTextsIsNotAnItem() {
        var mapping = """
                {'kind': 'visit', 'activity': {'columns': ['Id']}, 'data': {'themes': {'column': 'T', 'split': ';'}}}""";

        assertThat(data(mapping, "Id|T", "1|water; ;culture")).isEqualTo(json("{'themes': ['water', 'culture']}"));
    }

    @Test
    void aConstantNumberIsTheSameHoweverItIsWritten() {
        var mapping = """
                {'kind': 'visit', 'activity': {'columns': ['Id']},
                 'data': {'title': 'T', 'quantities': {'delegates': {'constant': 5.0}}}}""";

        assertThat(data(mapping, "Id|T", "1|a").object("quantities")).isEqualTo(json("{'delegates': 5}"));
    }

    @Test
    void aRowThatMeetsNoConditionIsEmpty() {
        var mapping = """
                {'kind': 'visit', 'activity': {'columns': ['Id']}, 'data': {'title': 'T'},
                 'events': [{'transition': 'formalised', 'when': {'Tipo': 'Visita'}}]}""";

        assertThat(read(mapping, "Id|T|Tipo", "1|Lima|Viaje")).first().isInstanceOf(RowResult.EmptyRow.class);
        assertThat(stepRow(mapping, "Id|T|Tipo", "1|Lima|VISITA").steps()).hasSize(1);
    }

    @Test
    void anInvalidTextIsReportedWithItsCell() {
        var mapping = "{'kind': 'visit', 'activity': {'columns': ['Id']}, 'data': {'title': 'T'}}";

        assertThat(faults(mapping, "Id|T", "1|a\u0000b", "2|a\ud800b", "3|#¡REF!"))
                .extracting(CellFault::column)
                .containsExactly("T", "T", "T");
        assertThat(faults(mapping, "Id|T", "#N/A|x"))
                .extracting(CellFault::column)
                .containsExactly("Id");
        assertThat(data(mapping, "Id|T", "1|#1 of the list").text("title")).contains("#1 of the list");
    }

    @Test
    void anUnreadableCellIsReported() {
        var faults = faults(VISITS, HEADER, "12|Rosario|31/02/2014||Atlantis||muchas|12");

        assertThat(faults)
                .extracting(CellFault::row, CellFault::column, CellFault::value)
                .containsExactly(
                        tuple(2, "Fecha", "31/02/2014"), tuple(2, "País", "Atlantis"), tuple(2, "Personas", "muchas"));
    }

    @Test
    void aViolationOfTheContractIsReportedWithItsCell() {
        var faults = faults(VISITS, HEADER, "12|Rosario|2014||||-5|");

        assertThat(faults).singleElement().satisfies(it -> {
            assertThat(it.column()).isEqualTo("Personas");
            assertThat(it.value()).isEqualTo("-5");
            assertThat(it.reason().english()).contains("from 0");
        });
    }

    @Test
    void aRowWithoutANameIsRefused() {
        assertThat(faults(VISITS, HEADER, "|Rosario|2014|||||"))
                .extracting(CellFault::column)
                .containsExactly("Nº");
    }

    @Test
    void blankRowsRepeatedHeadersAndTotalsAreEmpty() {
        var mapping = """
                {'kind': 'visit', 'activity': {'columns': ['Nº']}, 'data': {'title': 'Título'},
                 'file': {'skip': ['Total']}}""";

        var read = read(mapping, "Nº|Título", "|", "Nº|Título", "TOTAL|3", "1|Rosario");

        assertThat(read.subList(0, 3)).allMatch(RowResult.EmptyRow.class::isInstance);
        assertThat(read.getLast()).isInstanceOf(RowResult.StepRow.class);
    }

    @Test
    void aRowStatesOneStepPerDate() {
        var mapping = """
                {'kind': 'agreement', 'activity': {'columns': ['Id']}, 'data': {'title': 'Título'},
                 'events': [{'transition': 'planned', 'on': 'Propuesto'},
                            {'transition': 'formalised', 'on': 'Firmado'},
                            {'transition': 'undone', 'when': {'Estado': ['Anulado', 'Caído']}}]}""";
        var header = "Id|Título|Propuesto|Firmado|Estado";

        var both = stepRow(mapping, header, "a|Hermandad|2013|2014-02|vigente").steps();
        var undone = stepRow(mapping, header, "a|Hermandad|2013||CAIDO").steps();

        assertThat(both)
                .extracting(
                        it -> it.type().transition(), it -> it.data().text("on").orElse(""))
                .containsExactly(tuple(Transition.PLANNED, "2013"), tuple(Transition.FORMALISED, "2014-02"));
        assertThat(undone)
                .extracting(it -> it.type().transition())
                .containsExactly(Transition.PLANNED, Transition.UNDONE);
        assertThat(stepRow(mapping, header, "a|Hermandad|||").steps()).isEmpty();
    }

    @Test
    void kindAndStepMayComeFromColumns() {
        var mapping = """
                {'kind': {'column': 'Tipo', 'values': {'Misión': 'mission', 'Premio': 'award'}},
                 'activity': {'columns': ['Id']}, 'data': {'title': 'Título'},
                 'events': [{'transition': {'column': 'Estado', 'values': {'Hecha': 'formalised', 'Prevista': 'planned'},
                                            'default': 'formalised'}}]}""";
        var header = "Id|Tipo|Título|Estado";

        assertThat(stepRow(mapping, header, "1|MISION|Lima|prevista")
                        .steps()
                        .getFirst()
                        .type()
                        .name())
                .contains("org.bitacora.mission.planned");
        assertThat(stepRow(mapping, header, "1|Misión|Lima|")
                        .steps()
                        .getFirst()
                        .type()
                        .name())
                .contains("org.bitacora.mission.carried-out");
        assertThat(faults(mapping, header, "1|Viaje|Lima|Hecha", "2|Misión|Lima|Quizás", "3|Premio|Lima|Prevista"))
                .extracting(CellFault::row, CellFault::value)
                .containsExactly(tuple(2, "Viaje"), tuple(3, "Quizás"), tuple(4, "planned"));
    }

    @Test
    void anErrorOfTheSpreadsheetIsNotReadAsText() {
        var mapping =
                RowParserFixture.mapping("{'kind': 'visit', 'activity': {'columns': ['Id']}, 'data': {'title': 'T'}}");
        var reader = new RowParser(mapping, new SheetHeader(RowParserFixture.row(1, "Id|T")));

        var read =
                reader.parse(reader.scan(new SheetRow(2, List.of(SheetCell.of("1"), new SheetCell.ErrorCell("#N/A")))));

        assertThat(read).isInstanceOfSatisfying(RowResult.InvalidRow.class, it -> assertThat(it.faults())
                .singleElement()
                .extracting(CellFault::value)
                .isEqualTo("#N/A"));
    }
}
