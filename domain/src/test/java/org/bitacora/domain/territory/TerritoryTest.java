package org.bitacora.domain.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.json.JsonText.json;

import java.time.ZoneId;
import java.util.Optional;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.refusal.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TerritoryTest {

    private static final TerritoryCode BAHIA = new TerritoryCode("br-ba");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'name': null}                 | /name
            {'name': ''}                   | /name
            {'name': ' '}                  | /name
            {'name': 7}                    | /name
            {'kind': null}                 | /kind
            {'kind': 'town'}               | /kind
            {'kind': 'State'}              | /kind
            {'kind': true}                 | /kind
            {'country': 'Brazil'}          | /country
            {'country': 'br'}              | /country
            {'country': 76}                | /country
            {'timezone': 'Bahia'}          | /timezone
            {'timezone': ''}               | /timezone
            {'timezone': -3}               | /timezone
            {'timezone': '-03:00'}         | /timezone
            {'timezone': 'UTC-3'}          | /timezone
            {'parent': 'BR'}               | /parent
            {'parent': ['br']}             | /parent
            """)
    void anInvalidMemberIsReportedWithItsPointer(String change, String place) {
        var data = json("{'name': 'Bahía', 'kind': 'state'}");
        for (var member : json(change).members().entrySet()) {
            data = data.with(member.getKey(), member.getValue());
        }

        var violations = Territory.validate(data);

        assertThat(violations).extracting(Violation::pointer).singleElement().hasToString(place);
    }

    @Test
    void allViolationsAreReportedAtOnce() {
        var violations = Territory.validate(json("{'country': 'ZZ', 'timezone': 'Mars', 'parent': '-'}"));

        assertThat(violations)
                .extracting(it -> it.pointer().value())
                .containsExactly("/name", "/kind", "/country", "/timezone", "/parent");
    }

    @Test
    void aNameHasAtMost200Characters() {
        assertThat(Territory.validate(json("{'kind': 'city', 'name': '" + "x".repeat(200) + "'}")))
                .isEmpty();
        assertThat(Territory.validate(json("{'kind': 'city', 'name': '" + "x".repeat(201) + "'}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsNameInTheContract(TerritoryKind kind) {
        assertThat(TerritoryKind.of(kind.word())).contains(kind);
        assertThat(Territory.validate(json("{'name': 'x', 'kind': '" + kind.word() + "'}")))
                .isEmpty();
    }

    @Test
    void aTerritoryHasTheStatedRegistration() {
        var data = json("""
                {'name': 'Bahía', 'kind': 'state', 'country': 'BR', 'timezone': 'America/Bahia', 'parent': 'br'}
                """);

        var territory = Territory.of(BAHIA, data);

        assertThat(territory)
                .isEqualTo(new Territory(
                        BAHIA,
                        "Bahía",
                        TerritoryKind.STATE,
                        Optional.of("BR"),
                        ZoneId.of("America/Bahia"),
                        Optional.of(new TerritoryCode("br"))));
        assertThat(territory.toJson()).isEqualTo(data);
    }

    @Test
    void theDefaultTimeZoneIsUtc() {
        var data = json("{'name': 'Bahía', 'kind': 'metropolitan-area', 'country': null, 'timezone': null}");

        var territory = Territory.of(BAHIA, data);

        assertThat(Territory.validate(data)).isEmpty();
        assertThat(territory.timezone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(territory.country()).isEmpty();
        assertThat(territory.toJson())
                .isEqualTo(json("{'name': 'Bahía', 'kind': 'metropolitan-area', 'timezone': 'UTC'}"));
    }
}
