package org.bitacora.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2014, 2014-01-01, 2014-12-31",
        "2014-S1, 2014-01-01, 2014-06-30",
        "2014-S2, 2014-07-01, 2014-12-31",
        "2014-Q1, 2014-01-01, 2014-03-31",
        "2014-Q2, 2014-04-01, 2014-06-30",
        "2014-Q3, 2014-07-01, 2014-09-30",
        "2014-Q4, 2014-10-01, 2014-12-31",
        "2014-05, 2014-05-01, 2014-05-31",
        "2012-02, 2012-02-01, 2012-02-29",
        "0001, 0001-01-01, 0001-12-31",
        "0001-01, 0001-01-01, 0001-01-31",
        "0001-S1, 0001-01-01, 0001-06-30",
        "0999-Q2, 0999-04-01, 0999-06-30",
        "9999-12, 9999-12-01, 9999-12-31",
        "2012/2015, 2012-01-01, 2015-12-31",
        "2014/2014, 2014-01-01, 2014-12-31",
        "2013-Q4/2014-05, 2013-10-01, 2014-05-31",
        "2014-02/2014-02, 2014-02-01, 2014-02-28"
    })
    void onePeriodHasItsFirstAndLastDay(String text, LocalDate first, LocalDate last) {
        var periods = Period.parse(text);

        assertThat(periods).contains(List.of(new Period(text, first, last)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "14",
                "20145",
                "2014-",
                "2014-S0",
                "2014-S3",
                "2014-Q0",
                "2014-Q5",
                "2014-s1",
                "2014-1",
                "2014-00",
                "2014-13",
                "2014-05-12",
                "2014-SQ",
                "+2014",
                "-2014",
                "2014 ",
                "٢٠١٤",
                "0000",
                "0000-S2",
                "0000-Q4",
                "0000-12",
                "/",
                "2014/",
                "/2014",
                "2014//2015",
                "2015/2014",
                "2014-06/2014-05",
                "2014/2015/2016",
                "2014/x",
                "2014-S2/2014-03"
            })
    void anInvalidPeriodIsRefused(String text) {
        var periods = Period.parse(text);

        assertThat(periods).isEmpty();
    }

    @Test
    void aPeriodIsSplitIntoItsMonths() {
        var quarter = Period.parse("2014-Q1").orElseThrow().getFirst();

        var months = quarter.split(Grain.MONTH);

        assertThat(months)
                .containsExactlyElementsOf(Period.parse("2014-01..2014-03").orElseThrow());
    }

    @Test
    void aSpanIsSplitIntoTheMonthsOfAllItsYears() {
        var span = Period.parse("2012/2015").orElseThrow().getFirst();

        var months = span.split(Grain.MONTH);

        assertThat(months).hasSize(48);
        assertThat(months.getLast().name()).isEqualTo("2015-12");
    }

    @Test
    void theNameOfAPeriodDoesNotDependOnTheLocale() {
        var here = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            var periods = Period.parse("2014-Q1..2014-Q2").orElseThrow();

            assertThat(periods).extracting(Period::name).containsExactly("2014-Q1", "2014-Q2");
        } finally {
            Locale.setDefault(here);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2014, 2013, 12, 2013",
        "2014-S1, 2013-S2, 3, 2013-Q4/2014-Q1",
        "2014-Q1, 2013-Q4, 12, 2013-Q1",
        "2014-03, 2014-02, 1, 2014-02",
        "2014-02, 2014-01, 11, 2013-03",
        "2012/2013, 2010/2011, 24, 2010/2011",
        "2014-01/2014-02, 2013-11/2013-12, 1, 2013-12/2014-01",
        "2014-03-31, 2014-03-30, 1, 2014-02-28",
    })
    void aPeriodCanBeMovedBackByItsLengthOrByMonths(String name, String before, int months, String earlier) {
        var period = Period.parseOne(name).orElseThrow();

        assertThat(period.previous().name()).isEqualTo(before);
        assertThat(Period.parseOne(before)).contains(period.previous());
        assertThat(period.monthsEarlier(months).name()).isEqualTo(earlier);
        assertThat(period.monthsEarlier(0)).isEqualTo(period);
    }
}
