package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodRangeTest {

    @ParameterizedTest
    @CsvSource({
        "2012..2015, 2012 2013 2014 2015",
        "2014..2014, 2014",
        "2013-S2..2014-S2, 2013-S2 2014-S1 2014-S2",
        "2013-Q3..2014-Q2, 2013-Q3 2013-Q4 2014-Q1 2014-Q2",
        "2013-11..2014-02, 2013-11 2013-12 2014-01 2014-02"
    })
    void aRangeContainsEachOfItsPeriods(String text, String names) {
        var periods = Period.parse(text);

        assertThat(periods)
                .get()
                .isEqualTo(Stream.of(names.split(" ", -1))
                        .map(name -> Period.parse(name).orElseThrow().getFirst())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "2014..",
                "..2014",
                "2012...2015",
                "2012..2013..2014",
                "2012..2013/2014",
                "2012/2013..2014",
                "2015..2012",
                "2014-06..2014-05",
                "2014-S2..2014-S1",
                "2014..2014-12",
                "2014-Q1..2014-S2",
                "2014-01..2014",
                "0001..0001-06",
                "0500-S1..0300-Q1",
                "0000..2014",
                "2014-01..2014-13",
                "2014 .. 2015"
            })
    void aMalformedReversedOrMixedRangeIsRefused(String text) {
        var periods = Period.parse(text);

        assertThat(periods).isEmpty();
    }

    @Test
    void aRangeHasAtMostAThousandPeriods() {
        assertThat(Period.parse("1001..2000").orElseThrow()).hasSize(1_000);
        assertThat(Period.parse("1000..2000")).isEmpty();
        assertThat(Period.parse("0001-01..9999-12")).isEmpty();
    }

    @Test
    void theLastYearsOfTheCalendarAreSupported() {
        assertThat(Period.parse("9998..9999").orElseThrow()).hasSize(2);
    }
}
