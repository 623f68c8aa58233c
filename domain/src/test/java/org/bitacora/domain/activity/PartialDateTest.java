package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2014-05-12, 2014-05-12, 2014-05-12",
        "2014-05, 2014-05-01, 2014-05-31",
        "2014, 2014-01-01, 2014-12-31",
        "2012-02, 2012-02-01, 2012-02-29",
        "2014-02, 2014-02-01, 2014-02-28",
        "2012-02-29, 2012-02-29, 2012-02-29",
        "0001, 0001-01-01, 0001-12-31",
        "9999-12-31, 9999-12-31, 9999-12-31"
    })
    void aPartialDateSpansItsPossibleDays(String text, LocalDate earliest, LocalDate latest) {
        var date = PartialDate.of(text);

        assertThat(date).contains(new PartialDate(text, earliest, latest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "14",
                "201",
                "20140",
                "2014-",
                "2014-5",
                "2014-05-",
                "2014-05-1",
                "2014-05-012",
                "20140512",
                "2014-13",
                "2014-00",
                "2014-02-29",
                "2014-04-31",
                "2014-05-00",
                "2014-05-32",
                "0000",
                "0000-01-01",
                "-2014",
                "+2014",
                "2014/05/12",
                "12-05-2014",
                "2014-05-12T00:00:00Z",
                " 2014",
                "2014 ",
                "2014\n",
                "٢٠١٤"
            })
    void anInvalidDateIsRefused(String text) {
        var date = PartialDate.of(text);

        assertThat(date).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2014-05-11, 2014-05-12, true",
        "2014-05-12, 2014-05-12, false",
        "2014-05-13, 2014-05-12, false",
        "2014-04, 2014-05-01, true",
        "2014-05, 2014-05-31, false",
        "2014-05-01, 2014-05, false",
        "2013, 2014, true",
        "2014, 2014-12-31, false",
        "2013-12-31, 2014, true",
        "2014-01-01, 2014, false"
    })
    void aDateIsBeforeAnotherOnlyIfThatIsCertain(String one, String other, boolean before) {
        var date = PartialDate.of(one).orElseThrow();

        boolean answer = date.isBefore(PartialDate.of(other).orElseThrow());

        assertThat(answer).isEqualTo(before);
    }

    @Test
    void anUnknownDateSpansAllDays() {
        var unknown = new EffectiveDate(Optional.empty());

        assertThat(unknown.earliest()).isEqualTo("0001-01-01");
        assertThat(unknown.latest()).isEqualTo("9999-12-31");
    }

    @Test
    void aKnownDateSpansItsPossibleDays() {
        var known = new EffectiveDate(PartialDate.of("2014-05"));

        assertThat(known.earliest()).isEqualTo("2014-05-01");
        assertThat(known.latest()).isEqualTo("2014-05-31");
    }
}
