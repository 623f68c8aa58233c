package org.bitacora.domain.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.json.JsonText.json;

import java.time.LocalDate;
import java.util.Optional;
import org.bitacora.domain.identifier.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipTest {

    private static final TerritoryCode CITY = new TerritoryCode("br-salvador");

    @Test
    void aMembershipHasTheStatedDates() {
        var data = json("{'from': '2014-01-01', 'to': '2014-12-31'}");

        assertThat(Membership.validate(data)).isEmpty();
        assertThat(Membership.of(CITY, data))
                .isEqualTo(new Membership(
                        CITY, Optional.of(LocalDate.of(2014, 1, 1)), Optional.of(LocalDate.of(2014, 12, 31))));
    }

    @Test
    void aMembershipWithoutDatesIsUnlimited() {
        var data = json("{}");

        assertThat(Membership.validate(data)).isEmpty();
        assertThat(Membership.of(CITY, data)).isEqualTo(new Membership(CITY, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "{'from': '2014'}; /from",
                "{'to': '2014-02-30'}; /to",
                "{'from': '2014-05-02', 'to': '2014-05-01'}; /to",
                "{'since': '2014-05-02'}; /since"
            })
    void anInvalidMemberIsReportedWithItsPointer(String data, String pointer) {
        assertThat(Membership.validate(json(data)))
                .extracting(it -> it.pointer().value())
                .containsExactly(pointer);
    }

    @Test
    void writtenJsonIsReadToAnEqualValue() {
        var membership = new Membership(CITY, Optional.of(LocalDate.of(2014, 1, 1)), Optional.empty());

        assertThat(Membership.of(CITY, membership.toJson())).isEqualTo(membership);
    }
}
