package org.bitacora.projections.indicator.query;

import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.activity.Transition;

/**
 * SQL that assigns versions {@code v} to periods {@code p} for each territory {@code s} of the scope, limited to the days of
 * the territory's membership in its group.
 */
sealed interface PeriodSql {

    /** The periods, each limited to the days of the territory's membership. */
    String CLIPPED = """
            (select period_number, greatest(first, s.since) as first, least(last, s.until) as last, last as whole_last
             from period)""";

    /** Returns the {@code from} clause for versions that certainly or possibly belong to a period and meet a condition. */
    String candidateRows(String condition);

    /** Returns the condition under which a candidate certainly belongs to its period. */
    String certainCondition();

    /**
     * Assigns versions by a date in the period.
     *
     * <p>A date is known at least to its year, or not at all. A date that can overlap a period therefore starts at most 366
     * days before it, or is the minimum date. These bounds let the index find the candidates instead of all earlier versions.
     * Each bound has its own branch of a union, because PostgreSQL does not use an OR in a join as index bounds.
     *
     * @param date the transition whose date is used
     */
    record TransitionDateSql(Transition date) implements PeriodSql {
        @Override
        public String candidateRows(String condition) {
            return """
                    from scope s join lateral %4$s p on p.first <= p.last
                    cross join lateral (
                        select v.* from activity_version v
                        where v.%1$s_from between p.first - 366 and p.last and v.%1$s_to >= p.first and %2$s
                        union all
                        select v.* from activity_version v
                        where v.%1$s_from = date '%3$s' and v.%1$s_to >= p.first and %2$s) v""".formatted(column(date), condition, EffectiveDate.MIN_DATE, CLIPPED);
        }

        @Override
        public String certainCondition() {
            return "v.%1$s_from >= p.first and v.%1$s_to <= p.last".formatted(column(date));
        }
    }

    /**
     * Assigns versions that are in force at the end of the period's last day. Versions that may be in force in any of the
     * periods are found first; {@code offset 0} prevents PostgreSQL from merging the two steps.
     */
    record StockSql() implements PeriodSql {
        @Override
        public String candidateRows(String condition) {
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
                        offset 0) p""".formatted(condition, CLIPPED);
        }

        @Override
        public String certainCondition() {
            return """
                    v.formalised_to <= p.last and (v.ended_from is null or v.ended_from > p.last)
                    and (v.end_from is null or v.end_from >= p.last)""";
        }
    }

    /** Returns the common prefix of the columns of a transition's date. */
    static String column(Transition transition) {
        return switch (transition) {
            case PLANNED -> "planned";
            case FORMALISED -> "formalised";
            case ENDED -> "ended";
            case UNDONE -> throw new IllegalArgumentException("No activity is dated by its undoing");
        };
    }
}
