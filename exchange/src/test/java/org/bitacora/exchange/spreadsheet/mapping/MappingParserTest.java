package org.bitacora.exchange.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.json.JsonText.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'tittle': 1                                                | /tittle
            'kind': 'party'                                            | /kind
            'activity': {}                                             | /activity/columns
            'activity': {'columns': ['a'], 'prefix': 'á'}              | /activity/prefix
            'data': {'titel': 'A'}                                     | /data/titel
            'data': {'title': 3}                                       | /data/title
            'data': {'title': {'colum': 'A'}}                          | /data/title/colum
            'data': {'title': {'column': 'A', 'values': 'x'}}          | /data/title/values
            'data': {'title': {'column': 'A', 'part': 0}}              | /data/title/part
            'data': {'title': {'column': 'A', 'otherwise': 'keep'}}    | /data/title/otherwise
            'data': {'title': {'column': 'A', 'values': {'a': 'b'}, 'otherwise': true}}            | /data/title/otherwise
            'data': {'title': {'column': 'A', 'values': {'a': 'b'}, 'otherwise': {}}}              | /data/title/otherwise
            'data': {'title': {'column': 'A', 'values': {'a': 'b'}, 'otherwise': {'values': 'x'}}} | /data/title/otherwise/values
            'data': {'title': {'column': 'A', 'values': {'Salud': 'x', ' SALÚD': 'y'}}}            | "/data/title/values/ SALÚD"
            'data': {'place': 'A'}                                     | /data/place
            'data': {'counterparts': [{'nam': 'A'}]}                   | /data/counterparts/0/nam
            'dates': ['dd/yyyy']                                       | /dates
            'decimal': ';'                                             | /decimal
            'file': {'header': 0}                                      | /file/header
            'file': {'delimiter': ';;'}                                | /file/delimiter
            'events': []                                               | /events
            'events': [{'transition': 'done'}]                         | /events/0/transition
            'events': [{'transition': 'planned', 'when': {'A': 5}}]    | /events/0/when/A
            'dates': [5]                                               | /dates
            'blanks': {'a': 1}                                         | /blanks
            'file': {'skip': ['']}                                     | /file/skip
            'file': {'header': 1001}                                   | /file/header
            'activity': {'columns': ['a', false]}                      | /activity/columns
            'activity': {'columns': ['a'], 'carried': 'yes'}           | /activity/carried
            'data': {'title': {'column': 'A', 'split': 5}}             | /data/title/split
            """)
    void aViolationIsReportedWithItsPath(String member, String pointer) {
        var name = member.substring(1, member.indexOf('\'', 1));
        var whole = json("{'kind': 'visit', 'activity': {'columns': ['a']}, 'data': {'title': 'A'}}")
                .without(name)
                .with(name, json("{" + member + "}").get(name).orElseThrow());

        var mappingResult = MappingParser.parse(whole);

        assertThat(mappingResult)
                .isInstanceOfSatisfying(
                        MappingParser.MappingResult.InvalidMapping.class, it -> assertThat(it.violations())
                                .extracting(violation -> violation.pointer().value())
                                .contains(pointer));
    }

    @Test
    void kindActivityAndDataAreRequired() {
        var mappingResult = MappingParser.parse(json("{}"));

        assertThat(mappingResult)
                .isInstanceOfSatisfying(
                        MappingParser.MappingResult.InvalidMapping.class, it -> assertThat(it.violations())
                                .extracting(violation -> violation.pointer().value())
                                .containsExactlyInAnyOrder("/kind", "/activity", "/data"));
    }

    @Test
    void aSingleTextIsAListWithOneItem() {
        var mapping = RowParserFixture.mapping("""
                {'kind': 'visit', 'activity': {'columns': 'a'}, 'data': {'start': 'A'}, 'dates': 'mm/dd/yyyy'}""");

        assertThat(mapping.nameRule().columns()).containsExactly("a");
        assertThat(mapping.forms().dates()).extracting(SheetDateFormat::text).containsExactly("mm/dd/yyyy");
    }

    @Test
    void columnsListsAllColumnsOfTheMapping() {
        var mapping = RowParserFixture.mapping("""
                {'kind': {'column': 'K', 'values': {'v': 'visit'}}, 'activity': {'columns': ['I'], 'hash': ['H']},
                 'data': {'title': {'columns': ['A', 'B']}, 'themes': [{'column': 'T'}]},
                 'events': [{'transition': 'planned', 'on': 'O', 'when': {'W': ['x']}}]}""");

        assertThat(mapping.columns()).containsExactlyInAnyOrder("K", "I", "H", "A", "B", "T", "O", "W");
    }
}
