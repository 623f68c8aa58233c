package org.bitacora.domain.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The calendar of a territory: the day of an instant, and the beginning and end of a day. All code that derives a date
 * from an instant, such as the current day, uses this class.
 *
 * @param zone the time zone of the territory
 */
public record TerritoryCalendar(ZoneId zone) {

    /** The calendar for data of several territories. */
    public static final TerritoryCalendar UTC = new TerritoryCalendar(ZoneOffset.UTC);

    /** The latest year that has begun anywhere at an instant. The earliest zones are 14 hours ahead of UTC. */
    public static int latestYear(Instant instant) {
        return new TerritoryCalendar(ZoneOffset.ofHours(14)).dayOf(instant).getYear();
    }

    /** The calendar of a zone of the IANA time zone database. */
    public static TerritoryCalendar of(String zone) {
        return new TerritoryCalendar(ZoneId.of(zone));
    }

    /** The day of an instant. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The first instant of a day. */
    public Instant beginOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The last instant of a day at the resolution of the log. */
    public Instant endOf(LocalDate day) {
        return beginOf(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }
}
