package org.bitacora.projections.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.Occasion;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.activity.Condition;
import org.bitacora.projections.activity.Parameters;

/**
 * One statement for the values, and the breakdowns, of an indicator in several periods. The first row of a period, whose
 * {@code member} is null, is the whole: everything once; the others are its parts.
 *
 * <p>A date is known at least to its year, or not at all: so what can overlap a period begins at most 366 days before it,
 * or at the beginning of time. Saying so, each in a branch of its own as PostgreSQL takes no OR of a join for the bounds
 * of an index, lets the index find it instead of all that ever was before.
 *
 * <p>An activity belongs to a period that contains its date whole; where they only overlap it is unplaced. By month it
 * has one key where its date lies in one month, and is unplaced among the parts where it lies in none.
 *
 * @param sql the statement
 * @param values what its placeholders stand for
 */
record FigureQuery(String sql, List<Object> values) {

    static FigureQuery of(Question question, long position) {
        var parameters = new Parameters("$");
        var periods = periods(question.periods(), parameters);
        var known = Condition.known(parameters.add(question.territory()), parameters.add(position));
        var meant = Condition.of(question.definition().activities(), parameters);
        var asked = Condition.of(question.where(), parameters);
        var amount = amount(question.definition().measure(), parameters);
        var date = column(question.definition().date());
        var sql = """
                with period as (%1$s),
                taken as (
                    select p.n, %2$s as amount, %3$s as keys,
                           v.%4$s_from >= p.first and v.%4$s_to <= p.last as placed
                    from period p cross join lateral (
                        select v.* from activity_version v
                        where v.%4$s_from between p.first - 366 and p.last and %5$s and %6$s and %7$s
                        union all
                        select v.* from activity_version v
                        where v.%4$s_from = date '%9$s' and %5$s and %6$s and %7$s) v
                    where v.%4$s_to >= p.first)
                select p.n, null as member, coalesce(sum(t.amount) filter (where placed), 0) as value,
                       count(*) filter (where not placed) as unplaced,
                       count(*) filter (where placed and cardinality(keys) > 1) as in_several,
                       count(*) filter (where placed and cardinality(keys) = 0) as in_none
                from period p left join taken t on t.n = p.n group by p.n
                %8$s
                order by n, member nulls first""".formatted(
                        periods,
                        amount,
                        keys(question.by(), date),
                        date,
                        known,
                        meant,
                        asked,
                        parts(question.by()),
                        Occasion.EVER_FROM);
        return new FigureQuery(sql, parameters.values());
    }

    private static String periods(List<Period> periods, Parameters parameters) {
        List<Integer> numbers = new ArrayList<>();
        for (int n = 0; n < periods.size(); n++) {
            numbers.add(n);
        }
        return "select * from unnest(%s::int[], %s::date[], %s::date[]) period(n, first, last)"
                .formatted(
                        parameters.add(numbers.toArray(Integer[]::new)),
                        parameters.add(periods.stream().map(Period::first).toArray(LocalDate[]::new)),
                        parameters.add(periods.stream().map(Period::last).toArray(LocalDate[]::new)));
    }

    private static String amount(Measure measure, Parameters parameters) {
        return switch (measure) {
            case Measure.CountActivities _ -> "1::numeric";
            case Measure.SumQuantity sum ->
                "coalesce((v.quantities ->> %s::text)::numeric, 0)".formatted(parameters.add(sum.quantity()));
        };
    }

    private static String column(Transition transition) {
        return switch (transition) {
            case PLANNED -> "planned";
            case FORMALISED -> "formalised";
            case ENDED -> "ended";
            case UNDONE -> throw new IllegalArgumentException("No activity is dated by its undoing");
        };
    }

    private static String keys(Optional<Grouping> by, String date) {
        return by.map(it -> switch (it) {
                    case CATEGORY -> "v.categories";
                    case COUNTRY -> "v.countries";
                    case KIND -> "array[v.kind]";
                    case MONTH -> """
                            case when date_trunc('month', v.%1$s_from) = date_trunc('month', v.%1$s_to)
                                 then array[to_char(v.%1$s_from, 'YYYY-MM')] else '{}'::text[] end""".formatted(date);
                })
                .orElse("'{}'::text[]");
    }

    private static String parts(Optional<Grouping> by) {
        return by.map(_ -> """
                union all
                select n, member, sum(amount), 0, 0, 0
                from taken cross join unnest(keys) member where placed group by n, member""").orElse("");
    }
}
