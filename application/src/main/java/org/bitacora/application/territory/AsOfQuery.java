package org.bitacora.application.territory;

import java.time.Instant;
import java.time.LocalDate;
import org.bitacora.domain.territory.TerritoryCalendar;

/** The moment whose knowledge answers a query. */
public sealed interface AsOfQuery {

    /** What names a moment, as a refusal says it. */
    String EXPECTED_FORM = "A position, an instant such as 2014-12-31T23:59:59Z, or a day such as 2014-12-31.";

    /** The parameter that names the moment, for refusals. */
    String parameter();

    /** The latest position that was projected. */
    record Latest(String parameter) implements AsOfQuery {}

    /** A position of the log. */
    record AtPosition(String parameter, long position) implements AsOfQuery {}

    /** The last position that was recorded up to an instant. */
    record AtInstant(String parameter, Instant instant) implements AsOfQuery {}

    /** The last position that was recorded up to the end of a day in the territory's time zone. */
    record AtEndOfDay(String parameter, LocalDate day) implements AsOfQuery {

        /** The last instant of the day in a time zone that a log can tell from the next one. */
        public Instant instant(TerritoryCalendar territoryCalendar) {
            return territoryCalendar.endOf(day);
        }
    }
}
