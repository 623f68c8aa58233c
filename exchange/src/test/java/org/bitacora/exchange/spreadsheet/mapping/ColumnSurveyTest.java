package org.bitacora.exchange.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.mapping.ColumnSurvey.ColumnContents;
import org.bitacora.exchange.spreadsheet.mapping.ColumnSurvey.ContentCount;
import org.bitacora.exchange.spreadsheet.mapping.ColumnSurvey.UnlistedTexts;
import org.junit.jupiter.api.Test;

class ColumnSurveyTest {

    private static final String MAPPING = """
            {'kind': 'visit', 'activity': {'columns': ['Id']}, 'blanks': ['-'],
             'data': {'title': 'T', 'start': 'F',
                      'themes': {'column': 'Tema', 'split': '/', 'values': {'Salud': 'health'} %s},
                      'place': {'country': 'P'},
                      'private': {'contact': {'column': 'C', 'values': {'a': 'b'}}}}}""";
    private static final String HEADER = "Id|T|F|Tema|P|C";
    private static final List<String> ROWS = List.of(
            "1|Uno|2014|Saúde / SALUD|Chile|x",
            "2|Dos|2014|salud/Saúde|Chile|x",
            "3|Tres|2014|Agua|Perú|",
            "4|Cuatro|2014|Saúde/Saúde|-|");

    private static ColumnSurvey survey(String otherwise, List<String> rows) {
        var mapping = RowParserFixture.mapping(MAPPING.formatted(otherwise));
        var survey = ColumnSurvey.ofListedColumns(mapping, new SheetHeader(RowParserFixture.row(1, HEADER)));
        IntStream.range(0, rows.size()).forEach(i -> survey.add(RowParserFixture.row(i + 2, rows.get(i))));
        return survey;
    }

    @Test
    void contentsAreCountedByRowsTheMostFrequentFirst() {
        assertThat(survey("", ROWS).contents())
                .containsExactly(
                        new ColumnContents(
                                "Tema",
                                "themes",
                                List.of(
                                        new ContentCount("Saúde", 3, Optional.of(false)),
                                        new ContentCount("SALUD", 1, Optional.of(true)),
                                        new ContentCount("salud", 1, Optional.of(true)),
                                        new ContentCount("Agua", 1, Optional.of(false))),
                                0),
                        new ColumnContents(
                                "P",
                                "place.country",
                                List.of(
                                        new ContentCount("Chile", 2, Optional.empty()),
                                        new ContentCount("Perú", 1, Optional.empty())),
                                0));
    }

    @Test
    void atMostAHundredContentsAreListed() {
        var rows = IntStream.range(0, 150)
                .mapToObj(i -> i + "|T|2014|tema " + i + "|Chile|")
                .toList();

        var contents = survey("", rows).contents().getFirst();

        assertThat(contents.values()).hasSize(100);
        assertThat(contents.more()).isEqualTo(50);
    }

    @Test
    void longContentsAreShortened() {
        var contents = survey("", List.of("1|T|2014|" + "a".repeat(300) + "|Chile|"))
                .contents()
                .getFirst();

        assertThat(contents.values().getFirst().value()).hasSize(201).endsWith("a…");
    }

    @Test
    void textsOutsideOfTheValuesAreListed() {
        assertThat(survey("", ROWS).unlistedTexts())
                .containsExactly(new UnlistedTexts("Tema", 4, List.of(2, 3, 4, 5), List.of("Saúde", "Agua")));
        assertThat(survey(", 'otherwise': 'keep'", ROWS).unlistedTexts()).isEmpty();
        assertThat(survey(", 'otherwise': 'reject'", ROWS).unlistedTexts()).isEmpty();
        assertThat(survey(", 'otherwise': 'x'", ROWS).unlistedTexts()).isEmpty();
    }

    @Test
    void onlyColumnsOfFreeTextsHaveWarnings() {
        var mapping = RowParserFixture.mapping("""
                {'kind': {'column': 'K', 'values': {'v': 'visit'}}, 'activity': {'columns': ['Id']},
                 'data': {'role': {'column': 'R', 'values': {'r': 'host'}},
                          'place': {'country': {'column': 'P', 'values': {'Perú (Lima)': 'PE'}}}}}""");
        var survey = ColumnSurvey.ofListedColumns(mapping, new SheetHeader(RowParserFixture.row(1, "Id|K|R|P")));

        survey.add(RowParserFixture.row(2, "1|visit|hosted|Chile"));

        assertThat(survey.unlistedTexts()).isEmpty();
        assertThat(survey.contents())
                .extracting(ColumnContents::member, it -> it.values().getFirst().isMapped())
                .containsExactly(
                        tuple("kind", Optional.of(false)),
                        tuple("role", Optional.of(false)),
                        tuple("place.country", Optional.of(false)));
    }

    @Test
    void anImportSurveysOnlyColumnsWithValues() {
        var mapping = RowParserFixture.mapping(MAPPING.formatted(""));
        var survey = ColumnSurvey.ofColumnsWithValues(mapping, new SheetHeader(RowParserFixture.row(1, HEADER)));

        survey.add(RowParserFixture.row(2, ROWS.getFirst()));

        assertThat(survey.contents()).extracting(ColumnContents::member).containsExactly("themes");
        assertThat(survey.unlistedTexts()).hasSize(1);
    }

    @Test
    void aMappingThatFillsOneOfBothCountriesHasAWarning() {
        assertThat(warnings("'place': {'country': 'P'}")).singleElement().satisfies(it -> assertThat(it.english())
                .startsWith("The mapping fills `place.country` but not"));
        assertThat(warnings("'counterparts': [{'name': 'N'}, {'country': {'constant': 'AR'}}]"))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.english()).startsWith("The mapping fills `counterparts.country` but not"));
        assertThat(warnings("'place': {'country': 'P'}, 'counterparts': {'country': 'Q'}"))
                .isEmpty();
        assertThat(warnings("'place': {'city': 'P'}")).isEmpty();
    }

    private static List<Detail> warnings(String data) {
        return RowParserFixture.mapping("{'kind': 'visit', 'activity': {'columns': ['Id']}, 'data': {" + data + "}}")
                .warnings();
    }
}
