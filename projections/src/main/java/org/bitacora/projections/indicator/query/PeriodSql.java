package org.bitacora.projections.indicator.query;

import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.activity.Transition;

/**
 * Which versions {@code v} may belong to which period {@code p} of a place {@code s} of the scope, as far as that belongs to
 * its group.
 */
sealed interface PeriodSql {

    /** The periods, each as far as the place belongs to the group. */
    String CLIPPED = """
            (select period_number, greatest(first, s.since) as first, least(last, s.until) as last, last as whole_last
             from period)""";

    /** Where those versions come from that belong to a period for certain or possibly, and meet a condition. */
    String candidateRows(String each);

    /** Whether one does for certain. */
    String certainCondition();

    /**
     * Those with a date in the period.
     *
     * <p>A date is known at least to its year, or not at all: so what can overlap a period begins at most 366 days before
     * it, or at the beginning of time. Saying so, each in a branch of its own as PostgreSQL takes no OR of a join for the
     * bounds of an index, lets the index find it instead of all that ever was before.
     *
     * @param date of which transition
     */
    record TransitionDateSql(Transition date) implements PeriodSql {
        @Override
        public String candidateRows(String each) {
            return """
                    from scope s join lateral %4$s p on p.first <= p.last
                    cross join lateral (
                        select v.* from activity_version v
                        where v.%1$s_from between p.first - 366 and p.last and v.%1$s_to >= p.first and %2$s
                        union all
                        select v.* from activity_version v
                        where v.%1$s_from = date '%3$s' and v.%1$s_to >= p.first and %2$s) v""".formatted(column(date), each, EffectiveDate.MIN_DATE, CLIPPED);
        }

        @Override
        public String certainCondition() {
            return "v.%1$s_from >= p.first and v.%1$s_to <= p.last".formatted(column(date));
        }
    }

    /**
     * Those in force at the end of the last day of the period. All periods at once: what may be in force in any of them is
     * looked for first, as {@code offset} says.
     */
    record StockSql() implements PeriodSql {
        @Override
        public String candidateRows(String each) {
            return """
                    from scope s cross join lateral (
                        select v.* from activity_version v
                        where v.formalised_from <= (select max(last) from period)
                            and (v.ended_to is null or v.ended_to > (select min(last) from period))
                            and (v.end_to is null or v.end_to >= (select min(last) from period)) and %s offset 0) v
                    cross join lateral (
                        select * from %s c
                        where first <= last and last = whole_last and v.formalised_from <= last
                            and (v.ended_to is null or v.ended_to > last) and (v.end_to is null or v.end_to >= last)
                        offset 0) p""".formatted(each, CLIPPED);
        }

        @Override
        public String certainCondition() {
            return """
                    v.formalised_to <= p.last and (v.ended_from is null or v.ended_from > p.last)
                    and (v.end_from is null or v.end_from >= p.last)""";
        }
    }

    /** The columns of a transition's date begin with that. */
    static String column(Transition transition) {
        return switch (transition) {
            case PLANNED -> "planned";
            case FORMALISED -> "formalised";
            case ENDED -> "ended";
            case UNDONE -> throw new IllegalArgumentException("No activity is dated by its undoing");
        };
    }
}
