package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.vocabulary.EventRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownMembersTest {

    private static String unknownMembers(String type, String data) {
        var found = EventRegistry.find("org.bitacora." + type)
                .orElseThrow()
                .findUnknownMembers(Pointer.ROOT.child("data"), JsonText.json(data));
        return String.join(" ", found.stream().map(it -> it.pointer().value()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'star': '2014'}                                        | /data/star
            {'privado': {'contacto': 'Ana'}}                        | /data/privado
            {'star': null}                                          | /data/star
            {'counterparts': [{'name': 'a'}, {'contry': 'AR'}]}     | /data/counterparts/1/contry
            {'actors': [{'actor': 'a', 'phone': '1'}]}              | /data/actors/0/phone
            {'amounts': [{'value': '1', 'currency': 'BRL', 'a': 1}]} | /data/amounts/0/a
            {'place': {'town': 'Salvador'}}                         | /data/place/town
            {'event': {'source': 's', 'id': 'i', 'position': 1}}    | /data/event/position
            {'a': 1, 'place': {'b': 2}}                             | /data/a /data/place/b
            """)
    void unknownMembersAreFoundAtAnyDepth(String data, String expected) {
        assertThat(unknownMembers("visit.received", data)).isEqualTo(expected);
        assertThat(unknownMembers("activity.corrected", data)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'private': {'contact': {'telephone': '1'}}}",
                "{'quantities': {'anything': 1}}",
                "{'x-own': {'deep': [{'er': 1}]}}",
                "{'counterparts': [{'name': 'a', 'x-register': '17'}]}",
                "{'attendance': {'social': 3}}",
                "{'by': 'participants', 'text': 'We need more time'}",
            })
    void membersOfTheSenderAreNotUnknown(String data) {
        assertThat(unknownMembers("visit.received", data)).isEmpty();
    }

    @Test
    void theMembersOfAReportedValueAreClosed() {
        assertThat(unknownMembers("measure.reported", "{'period': '2014', 'value': 1, 'units': 'BRL', 'x-note': 'a'}"))
                .isEqualTo("/data/units");
    }
}
