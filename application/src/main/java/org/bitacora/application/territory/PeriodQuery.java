package org.bitacora.application.territory;

import java.util.List;
import org.bitacora.domain.indicator.Period;

/** The periods that a query asks for. */
public sealed interface PeriodQuery {

    /** Periods of the calendar. */
    record CalendarPeriods(List<Period> periods) implements PeriodQuery {
        public CalendarPeriods {
            periods = List.copyOf(periods);
        }
    }

    /**
     * The years of a strategy: one period.
     *
     * @param parameter the parameter that names the strategy, for refusals
     * @param strategy its code
     */
    record PlanYears(String parameter, String strategy) implements PeriodQuery {}

    /** One period of the calendar. */
    static PeriodQuery of(Period period) {
        return new CalendarPeriods(List.of(period));
    }
}
