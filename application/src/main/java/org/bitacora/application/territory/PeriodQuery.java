package org.bitacora.application.territory;

import java.util.List;
import org.bitacora.domain.indicator.Period;

/** The periods of a query. */
public sealed interface PeriodQuery {

    /** Periods of the calendar. */
    record CalendarPeriods(List<Period> periods) implements PeriodQuery {
        public CalendarPeriods {
            periods = List.copyOf(periods);
        }
    }

    /**
     * The years of a strategy, as one period.
     *
     * @param parameter the parameter that names the strategy, for refusals
     * @param strategy the code of the strategy
     */
    record PlanYears(String parameter, String strategy) implements PeriodQuery {}

    /** Returns a query for one period of the calendar. */
    static PeriodQuery of(Period period) {
        return new CalendarPeriods(List.of(period));
    }
}
