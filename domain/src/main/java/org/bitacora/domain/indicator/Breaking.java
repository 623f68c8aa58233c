package org.bitacora.domain.indicator;

import java.util.List;

/** Which measures can be broken down by what. */
public final class Breaking {

    private static final int MOST = 2;

    private Breaking() {}

    /** Whether a measure can be told apart by those groupings: what others reported only by time, as it comes. */
    public static boolean isPossible(Measure measure, List<Grouping> by) {
        if (by.size() > MOST || by.stream().distinct().count() < by.size()) {
            return false;
        }
        boolean byTime = by.stream().anyMatch(Grouping.Every.class::isInstance);
        boolean byOneTimeAlone = byTime && by.size() == 1;
        return by.isEmpty()
                || switch (measure) {
                    case Measure.Ratio(var numerator, var denominator, var _) ->
                        isPossible(numerator, by) && isPossible(denominator, by);
                    case Measure.Of(var _, var _, var of) -> isPossible(of, by);
                    case Measure.Reported _ -> byOneTimeAlone;
                    case Measure.Stock _ -> !byTime || byOneTimeAlone;
                    case Measure.Count _, Measure.SumQuantity _, Measure.SumMoney _, Measure.Rubric _ ->
                        by.stream().filter(Grouping.Every.class::isInstance).count() < MOST;
                };
    }
}
