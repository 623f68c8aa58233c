package org.bitacora.domain.indicator;

import java.util.List;

/** Decides which measures can be broken down by which groupings. */
public final class BreakdownRules {

    private static final int MAX_GROUPINGS = 2;

    private BreakdownRules() {}

    /** Whether a measure can be broken down by these groupings. A reported series can only be broken down by time. */
    public static boolean isAllowed(Measure measure, List<Grouping> by) {
        if (by.size() > MAX_GROUPINGS || by.stream().distinct().count() < by.size()) {
            return false;
        }
        boolean byTime = by.stream().anyMatch(Grouping.TimeGrouping.class::isInstance);
        boolean byOneTimeAlone = byTime && by.size() == 1;
        return by.isEmpty()
                || switch (measure) {
                    case Measure.Ratio(var numerator, var denominator, var _) ->
                        isAllowed(numerator, by) && isAllowed(denominator, by);
                    case Measure.IndicatorReference(var _, var _, var of) -> isAllowed(of, by);
                    case Measure.ReportedSeries _ -> byOneTimeAlone;
                    case Measure.Stock _ -> !byTime || byOneTimeAlone;
                    case Measure.Count _, Measure.QuantitySum _, Measure.MoneySum _, Measure.RubricShare _ ->
                        by.stream()
                                        .filter(Grouping.TimeGrouping.class::isInstance)
                                        .count()
                                < MAX_GROUPINGS;
                };
    }
}
