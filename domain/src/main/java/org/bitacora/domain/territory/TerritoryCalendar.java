package org.bitacora.domain.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The calendar of a territory: on which of its days an instant is, and when its days begin and end. Everything that makes
 * a date of an instant, such as today, does it here.
 *
 * @param zone the time zone of the territory
 */
public record TerritoryCalendar(ZoneId zone) {

    /** The calendar of what is of several territories at once. */
    public static final TerritoryCalendar UTC = new TerritoryCalendar(ZoneOffset.UTC);

    /** The last year that has begun anywhere at an instant: the first zones are 14 hours ahead of UTC. */
    public static int latestYear(Instant instant) {
        return new TerritoryCalendar(ZoneOffset.ofHours(14)).dayOf(instant).getYear();
    }

    /** The calendar of a zone of the IANA database. */
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

    /** The last instant of a day that a log can tell from the next day. */
    public Instant endOf(LocalDate day) {
        return beginOf(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }
}
