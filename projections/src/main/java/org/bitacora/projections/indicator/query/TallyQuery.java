package org.bitacora.projections.indicator.query;

import java.util.List;
import java.util.stream.Collectors;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.activity.SqlParameters;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.query.SharedRow.SharedRowKind;

/**
 * One statement for the values, and the parts, of a measure. A row whose {@code member} is null is a whole:
 * everything once; the others are its parts.
 *
 * @param sql the statement
 * @param values what its placeholders stand for
 */
record TallyQuery(String sql, List<Object> values) {

    static TallyQuery of(MeasureQuery measureQuery, Scope scope, List<Period> periods) {
        var sqlParameters = new SqlParameters("$");
        var with = MeasureSql.of(measureQuery, scope, sqlParameters).withClause(periods);
        var sql = with + distinctPartsQuery(measureQuery) + "\n" + totalSelect(measureQuery) + partSelect(measureQuery)
                + "\norder by group_code, period_number, member nulls first, second_member nulls first";
        return new TallyQuery(sql, sqlParameters.values());
    }

    /** One statement for all leaves that are like this one: its rows are {@link SharedRow}. */
    static TallyQuery shared(MeasureQuery like, SharedQueryPlan sharedQueryPlan, Scope scope, List<Period> periods) {
        var sqlParameters = new SqlParameters("$");
        var with =
                MeasureSql.shared(like, sharedQueryPlan, scope, sqlParameters).withClause(periods);
        var rows = sharedQueryPlan.rowKinds().stream()
                .map(of -> switch (of) {
                    case ACTIVITIES -> activities(like);
                    case COUNTERPARTS -> elements(of, "t.counterparts", "e.item ->> 2", sharedQueryPlan, sqlParameters);
                    case ACTORS ->
                        elements(
                                of,
                                ActorSql.actorList("t", scope, sqlParameters),
                                "null::text",
                                sharedQueryPlan,
                                sqlParameters);
                })
                .collect(Collectors.joining("\nunion all"));
        return new TallyQuery(with + rows, sqlParameters.values());
    }

    /** Those that are alike in one row. */
    private static String activities(MeasureQuery like) {
        boolean things = like.aggregation() == MeasureQuery.RowAggregation.DISTINCT;
        return """

                select '%s' as kind, t.group_code, t.period_number, t.meets as predicate_bits, %s as key,
                       t.dimension as secondary_key, coalesce(sum(t.amount) filter (where t.placed), 0) as sum,
                       count(t.amount) filter (where t.placed) as stated, bool_or(t.placed) as is_placed,
                       array_agg(t.territory || '/' || t.activity) filter (where not t.placed) as unplaced,
                       %s as missing
                from taken t group by t.group_code, t.period_number, t.meets, t.dimension%s""".formatted(
                        SharedRowKind.ACTIVITIES,
                        things ? "t.thing" : "null::text",
                        missing(like, " filter (where t.placed)"),
                        things ? ", t.thing" : "");
    }

    /** Those that are alike in one row, too: of a hundred thousand activities there are few. */
    private static String elements(
            SharedRowKind of, String list, String other, SharedQueryPlan sharedQueryPlan, SqlParameters sqlParameters) {
        return """

                select '%s' as kind, t.group_code, t.period_number, t.meets + %s as predicate_bits, e.item ->> 0 as key,
                       %s as secondary_key, 0::numeric as sum, 0::bigint as stated, t.placed as is_placed,
                       array_agg(t.territory || '/' || t.activity) filter (where not t.placed) as unplaced,
                       null::text[] as missing
                from taken t cross join lateral jsonb_array_elements(%s) e(item)
                group by t.group_code, t.period_number, predicate_bits, key, secondary_key, t.placed""".formatted(
                        of,
                        MeasureSql.bitMask(
                                sharedQueryPlan.elementPredicates(),
                                sharedQueryPlan.activityPredicates().size(),
                                sqlParameters),
                        other,
                        list);
    }

    /** Of what is not there at all no row comes: whoever reads knows what nothing comes to. */
    private static String totalSelect(MeasureQuery measureQuery) {
        boolean each = measureQuery.aggregation() == MeasureQuery.RowAggregation.EACH;
        boolean things = !each && !measureQuery.by().isEmpty();
        return """
                select t.group_code, t.period_number, null as member, null as second_member, %s,
                       count(%s) filter (where not t.placed) as unplaced, %s as missing, %s
                from taken t %s group by t.group_code, t.period_number""".formatted(
                value(measureQuery),
                each ? "*" : "distinct (t.territory, t.activity)",
                missing(measureQuery, " filter (where t.placed)"),
                measureQuery.by().isEmpty()
                        ? "0::bigint as in_several, 0::bigint as in_none"
                        : each
                                ? partCounts(measureQuery)
                                : "coalesce(max(a.in_several), 0) as in_several, coalesce(max(a.in_none), 0) as in_none",
                things ? "left join apart a on a.group_code = t.group_code and a.period_number = t.period_number" : "");
    }

    private static String partCounts(MeasureQuery measureQuery) {
        return """
                count(*) filter (where t.placed and %1$s > 1) as in_several,
                count(*) filter (where t.placed and %1$s = 0) as in_none""".formatted(
                        measureQuery.by().size() > 1
                                ? "cardinality(t.members) * cardinality(t.second_members)"
                                : "cardinality(t.members)");
    }

    /** Things that several activities name are in the parts of all of them. */
    private static String distinctPartsQuery(MeasureQuery measureQuery) {
        if (measureQuery.by().isEmpty() || measureQuery.aggregation() == MeasureQuery.RowAggregation.EACH) {
            return "";
        }
        return """
                , apart as (
                    select group_code, period_number, count(*) filter (where parts > 1) as in_several,
                           count(*) filter (where parts = 0) as in_none
                    from (select o.group_code, o.period_number,
                                 count(distinct (member, second_member)) filter (where member is not null%s) as parts
                          from taken o left join lateral unnest(o.members) member on true
                          left join lateral unnest(o.second_members) second_member on true
                          where o.placed group by o.group_code, o.period_number, o.thing) c
                    group by group_code, period_number)""".formatted(measureQuery.by().size() > 1 ? " and second_member is not null" : "");
    }

    /** The value, and how many amounts it was had from. */
    private static String value(MeasureQuery measureQuery) {
        return measureQuery.aggregation() == MeasureQuery.RowAggregation.DISTINCT
                ? "count(distinct t.thing) filter (where t.placed)::numeric as value, 0::bigint as stated"
                : "coalesce(sum(t.amount) filter (where t.placed), 0) as value,"
                        + " count(t.amount) filter (where t.placed) as stated";
    }

    /** Only money is ever converted; to look for what nothing lacks would take a sort of all rows. */
    private static String missing(MeasureQuery measureQuery, String filter) {
        return measureQuery.aggregation() == MeasureQuery.RowAggregation.SEVERAL
                ? "array_remove(array_agg(distinct t.missing)" + filter + ", null)"
                : "null::text[]";
    }

    private static String partSelect(MeasureQuery measureQuery) {
        if (measureQuery.by().isEmpty()) {
            return "";
        }
        boolean two = measureQuery.by().size() > 1;
        return """

                union all
                select t.group_code, t.period_number, member, %s as second_member, %s, 0, %s, 0, 0
                from taken t cross join unnest(t.members) member%s
                where t.placed group by t.group_code, t.period_number, member%s""".formatted(
                        two ? "second_member" : "null",
                        value(measureQuery),
                        missing(measureQuery, ""),
                        two ? " cross join unnest(t.second_members) second_member" : "",
                        two ? ", second_member" : "");
    }
}
