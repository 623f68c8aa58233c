package org.bitacora.domain.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day of an instant in a territory, around midnight west and east of UTC. */
class TerritoryCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "America/Bahia,      2014-12-31T23:59:59Z,      2014-12-31",
        "America/Bahia,      2015-01-01T02:59:59.999Z,  2014-12-31",
        "America/Bahia,      2015-01-01T03:00:00Z,      2015-01-01",
        "UTC,                2014-12-31T23:59:59.999Z,  2014-12-31",
        "UTC,                2015-01-01T00:00:00Z,      2015-01-01",
        "Asia/Tokyo,         2014-12-31T14:59:59.999Z,  2014-12-31",
        "Asia/Tokyo,         2014-12-31T15:00:00Z,      2015-01-01",
        "Pacific/Kiritimati, 2014-12-31T10:00:00Z,      2015-01-01",
        "Etc/GMT+12,         2015-01-01T11:59:59Z,      2014-12-31"
    })
    void theDayOfAnInstantDependsOnTheZone(String zone, Instant instant, LocalDate day) {
        assertThat(TerritoryCalendar.of(zone).dayOf(instant)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"America/Bahia", "UTC", "Asia/Tokyo", "Europe/Madrid"})
    void aDayEndsOneMicrosecondBeforeTheNext(String zone) {
        var territoryCalendar = TerritoryCalendar.of(zone);
        var day = LocalDate.parse("2014-03-30");

        assertThat(territoryCalendar.dayOf(territoryCalendar.endOf(day))).isEqualTo(day);
        assertThat(territoryCalendar.endOf(day).plusNanos(1_000)).isEqualTo(territoryCalendar.beginOf(day.plusDays(1)));
    }

    /** The last day of summer time in Madrid has 25 hours. */
    @Test
    void theLengthOfADayDependsOnTheZone() {
        var madrid = TerritoryCalendar.of("Europe/Madrid");

        assertThat(madrid.endOf(LocalDate.parse("2014-10-26"))).isEqualTo(Instant.parse("2014-10-26T22:59:59.999999Z"));
        assertThat(madrid.beginOf(LocalDate.parse("2014-10-26"))).isEqualTo(Instant.parse("2014-10-25T22:00:00Z"));
    }

    @Test
    void theLatestYearIsThatOfTheFirstZone() {
        assertThat(TerritoryCalendar.latestYear(Instant.parse("2014-12-31T09:59:59Z")))
                .isEqualTo(2014);
        assertThat(TerritoryCalendar.latestYear(Instant.parse("2014-12-31T10:00:00Z")))
                .isEqualTo(2015);
    }
}
