package org.bitacora.projections.indicator.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.activity.SqlParameters;
import org.bitacora.projections.indicator.TerritoryScope;

/**
 * A statement for the contribution of each activity to a value, from the same rows as the value. {@code side} is the index of
 * the measure in a ratio (0 for the numerator), {@code effect} the amount that the activity adds.
 *
 * @param sql the SQL text
 * @param values the parameters
 */
public record EffectQuery(String sql, List<Object> values) {

    private static final String NO_ROWS = """
            select 0 as period_number, null::text as thing, null::text as territory, null::text as activity, 0::numeric as amount
            where false""";

    /** The last activity of the previous page, after which a page starts. */
    public record EffectPageStart(String territory, String activity) {
        static final EffectPageStart NOTHING = new EffectPageStart("", "");
    }

    /** Returns the statement for a page of contributions, ordered by territory and activity. */
    public static EffectQuery page(
            List<Optional<MeasureQuery>> queries,
            TerritoryScope scope,
            Period period,
            EffectPageStart effectPageStart,
            int limit) {
        var sqlParameters = new SqlParameters("$");
        var sides = sides(queries, scope, period, sqlParameters);
        var afterPageStart = "(territory, activity) > (%s::text collate \"C\", %s::text collate \"C\")"
                .formatted(
                        sqlParameters.add(effectPageStart.territory()), sqlParameters.add(effectPageStart.activity()));
        var sql = sumByActivity(sides, afterPageStart) + " limit " + sqlParameters.add(limit);
        return new EffectQuery(sql, sqlParameters.values());
    }

    /** Returns the statement for the contributions of some activities of one territory, ordered by name. */
    public static EffectQuery forActivities(
            List<Optional<MeasureQuery>> queries, TerritoryScope scope, Period period, Collection<String> activities) {
        var sqlParameters = new SqlParameters("$");
        var sides = sides(queries, scope, period, sqlParameters);
        var isNamed = "activity = any(%s::text[])".formatted(sqlParameters.add(activities.toArray(String[]::new)));
        return new EffectQuery(sumByActivity(sides, isNamed), sqlParameters.values());
    }

    private static String sides(
            List<Optional<MeasureQuery>> queries, TerritoryScope scope, Period period, SqlParameters sqlParameters) {
        var sides = new StringJoiner("\nunion all\n");
        for (int side = 0; side < queries.size(); side++) {
            int number = side;
            queries.get(side)
                    .map(measureQuery -> effects(measureQuery, scope, period, sqlParameters))
                    .ifPresent(sql -> sides.add("select %d as side, e.* from (%s) e".formatted(number, sql)));
        }
        return sides.toString();
    }

    private static String sumByActivity(String sides, String condition) {
        return """
                select territory, activity, sum(effect) filter (where side = 0) as numerator_effect,
                       sum(effect) filter (where side = 1) as denominator_effect
                from (%s) sides
                where %s
                group by territory, activity order by territory, activity""".formatted(sides, condition);
    }

    /** Returns the effects of one measure. A distinct thing is attributed to the first activity that names it. */
    private static String effects(
            MeasureQuery measureQuery, TerritoryScope scope, Period period, SqlParameters sqlParameters) {
        var with = MeasureSql.of(measureQuery, scope, sqlParameters).withClause(List.of(period));
        return with
                + switch (measureQuery.aggregation()) {
                    case EACH, SEVERAL -> """

                        select territory, activity, sum(amount) as effect from taken
                        where placed group by territory, activity having sum(amount) <> 0""";
                    case DISTINCT -> """

                        select territory, activity, count(*)::numeric as effect from (
                            select distinct on (thing) thing, territory, activity from taken where placed
                            order by thing, territory, activity) firsts
                        group by territory, activity""";
                };
    }

    /**
     * Returns the statement for the change of each activity's effect between two scopes, which differ in their positions, or
     * between two measure queries, which differ in their definitions. The loss of a distinct thing is attributed to the first
     * activity that named it before, its gain to the first activity that names it after. Empty if there is no measure query.
     */
    public static Optional<EffectQuery> changes(
            Optional<MeasureQuery> before,
            TerritoryScope from,
            Optional<MeasureQuery> after,
            TerritoryScope to,
            Period period) {
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        var sqlParameters = new SqlParameters("$");
        var old =
                before.map(it -> rows(it, from, List.of(period), sqlParameters)).orElse(NO_ROWS);
        var now = after.map(it -> rows(it, to, List.of(period), sqlParameters)).orElse(NO_ROWS);
        var sql = "with old as (" + old + "), now as (" + now + ")" + """

                select territory, activity, sum(effect) as numerator_effect, null::numeric as denominator_effect from (
                    select coalesce(n.territory, o.territory) as territory, coalesce(n.activity, o.activity) as activity,
                           coalesce(n.amount, 0) - coalesce(o.amount, 0) as effect
                    from now n full join old o on o.thing = n.thing) differing
                group by territory, activity having sum(effect) <> 0 order by territory, activity""";
        return Optional.of(new EffectQuery(sql, sqlParameters.values()));
    }

    /**
     * Returns the statement for the activities that changed a value between two scopes or measure queries, with the index of
     * each affected period. An amount that cannot be converted is null and differs from an absent amount.
     */
    public static Optional<EffectQuery> changingPeriods(
            Optional<MeasureQuery> before,
            TerritoryScope from,
            Optional<MeasureQuery> after,
            TerritoryScope to,
            List<Period> periods) {
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        var sqlParameters = new SqlParameters("$");
        var old = before.map(it -> rows(it, from, periods, sqlParameters)).orElse(NO_ROWS);
        var now = after.map(it -> rows(it, to, periods, sqlParameters)).orElse(NO_ROWS);
        var sql = "with old as (" + old + "), now as (" + now + ")" + """

                select distinct coalesce(n.period_number, o.period_number) as period_number, coalesce(n.activity, o.activity) as activity
                from now n full join old o on o.thing = n.thing and o.period_number = n.period_number
                where coalesce(n.amount, 0) <> coalesce(o.amount, 0)
                    or (n.thing is not null and n.amount is null) <> (o.thing is not null and o.amount is null)""";
        return Optional.of(new EffectQuery(sql, sqlParameters.values()));
    }

    /** Returns each thing once in each period, with the first activity that names it. */
    private static String rows(
            MeasureQuery measureQuery, TerritoryScope scope, List<Period> periods, SqlParameters sqlParameters) {
        var with = MeasureSql.of(measureQuery, scope, sqlParameters).withClause(periods);
        return with
                + switch (measureQuery.aggregation()) {
                    case EACH, SEVERAL -> """

                        select period_number, thing, min(territory) as territory, min(activity) as activity, sum(amount) as amount
                        from taken where placed group by period_number, thing""";
                    case DISTINCT -> """

                        select distinct on (period_number, thing) period_number, thing, territory, activity, 1::numeric as amount
                        from taken where placed order by period_number, thing, territory, activity""";
                };
    }
}
