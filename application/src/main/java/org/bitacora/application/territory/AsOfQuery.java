package org.bitacora.application.territory;

import java.time.Instant;
import java.time.LocalDate;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.territory.TerritoryCalendar;

/** The moment as of which a query is answered. */
public sealed interface AsOfQuery {

    /** The allowed forms of a moment, for refusals. */
    Detail EXPECTED_FORM =
            Detail.of("Expected a position, an instant such as 2014-12-31T23:59:59Z, or a day such as 2014-12-31.");

    /** Returns the parameter that names the moment, for refusals. */
    String parameter();

    /** The latest position that the projections have reached. */
    record Latest(String parameter) implements AsOfQuery {}

    /** A position of the log. */
    record AtPosition(String parameter, long position) implements AsOfQuery {}

    /** The last position that was recorded up to an instant. */
    record AtInstant(String parameter, Instant instant) implements AsOfQuery {}

    /** The last position that was recorded up to the end of a day in the time zone of the territory. */
    record AtEndOfDay(String parameter, LocalDate day) implements AsOfQuery {

        /** Returns the last microsecond of the day in the time zone of the territory. */
        public Instant instant(TerritoryCalendar territoryCalendar) {
            return territoryCalendar.endOf(day);
        }
    }
}
