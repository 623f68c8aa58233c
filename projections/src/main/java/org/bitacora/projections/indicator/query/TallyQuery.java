package org.bitacora.projections.indicator.query;

import java.util.List;
import java.util.stream.Collectors;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.activity.SqlParameters;
import org.bitacora.projections.indicator.TerritoryScope;
import org.bitacora.projections.indicator.query.SharedRow.SharedRowKind;

/**
 * A statement for the values of a measure and the parts of its breakdown. A row whose {@code member} is null is the overall
 * value, in which everything counts once; the other rows are parts.
 *
 * @param sql the SQL text
 * @param values the parameters
 */
record TallyQuery(String sql, List<Object> values) {

    static TallyQuery of(MeasureQuery measureQuery, TerritoryScope scope, List<Period> periods) {
        var sqlParameters = new SqlParameters("$");
        var with = MeasureSql.of(measureQuery, scope, sqlParameters).withClause(periods);
        var sql = with + distinctPartsQuery(measureQuery) + "\n" + totalSelect(measureQuery) + partSelect(measureQuery)
                + "\norder by group_code, period_number, member nulls first, second_member nulls first";
        return new TallyQuery(sql, sqlParameters.values());
    }

    /** Returns one statement for all measure queries that share a scan; its rows are {@link SharedRow}s. */
    static TallyQuery shared(
            MeasureQuery generalized, SharedQueryPlan sharedQueryPlan, TerritoryScope scope, List<Period> periods) {
        var sqlParameters = new SqlParameters("$");
        var with = MeasureSql.shared(generalized, sharedQueryPlan, scope, sqlParameters)
                .withClause(periods);
        var rows = sharedQueryPlan.rowKinds().stream()
                .map(rowKind -> switch (rowKind) {
                    case ACTIVITIES -> activities(generalized);
                    case COUNTERPARTS ->
                        elements(rowKind, "t.counterparts", "e.item ->> 2", sharedQueryPlan, sqlParameters);
                    case ACTORS ->
                        elements(
                                rowKind,
                                ActorSql.actorList("t", scope, sqlParameters),
                                "null::text",
                                sharedQueryPlan,
                                sqlParameters);
                })
                .collect(Collectors.joining("\nunion all"));
        return new TallyQuery(with + rows, sqlParameters.values());
    }

    /** Returns one row for all activities with equal columns. */
    private static String activities(MeasureQuery generalized) {
        boolean countsThings = generalized.aggregation() == MeasureQuery.RowAggregation.DISTINCT;
        return """

                select '%s' as kind, t.group_code, t.period_number, t.meets as predicate_bits, %s as key,
                       t.dimension as secondary_key, coalesce(sum(t.amount) filter (where t.placed), 0) as sum,
                       count(t.amount) filter (where t.placed) as stated, bool_or(t.placed) as is_placed,
                       array_agg(t.territory || '/' || t.activity) filter (where not t.placed) as unplaced,
                       %s as missing
                from taken t group by t.group_code, t.period_number, t.meets, t.dimension%s""".formatted(
                        SharedRowKind.ACTIVITIES,
                        countsThings ? "t.thing" : "null::text",
                        missing(generalized, " filter (where t.placed)"),
                        countsThings ? ", t.thing" : "");
    }

    /** Returns one row for all list elements with equal columns; even 100,000 activities have few distinct rows. */
    private static String elements(
            SharedRowKind rowKind,
            String list,
            String secondaryKey,
            SharedQueryPlan sharedQueryPlan,
            SqlParameters sqlParameters) {
        return """

                select '%s' as kind, t.group_code, t.period_number, t.meets + %s as predicate_bits, e.item ->> 0 as key,
                       %s as secondary_key, 0::numeric as sum, 0::bigint as stated, t.placed as is_placed,
                       array_agg(t.territory || '/' || t.activity) filter (where not t.placed) as unplaced,
                       null::text[] as missing
                from taken t cross join lateral jsonb_array_elements(%s) e(item)
                group by t.group_code, t.period_number, predicate_bits, key, secondary_key, t.placed""".formatted(
                        rowKind,
                        MeasureSql.bitMask(
                                sharedQueryPlan.elementPredicates(),
                                sharedQueryPlan.activityPredicates().size(),
                                sqlParameters),
                        secondaryKey,
                        list);
    }

    /** Returns the select of the overall values. A cell without rows is absent; the reader supplies the value of an empty cell. */
    private static String totalSelect(MeasureQuery measureQuery) {
        boolean each = measureQuery.aggregation() == MeasureQuery.RowAggregation.EACH;
        boolean usesDistinctParts = !each && !measureQuery.by().isEmpty();
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
                        usesDistinctParts
                                ? "left join apart a on a.group_code = t.group_code and a.period_number = t.period_number"
                                : "");
    }

    private static String partCounts(MeasureQuery measureQuery) {
        return """
                count(*) filter (where t.placed and %1$s > 1) as in_several,
                count(*) filter (where t.placed and %1$s = 0) as in_none""".formatted(
                        measureQuery.by().size() > 1
                                ? "cardinality(t.members) * cardinality(t.second_members)"
                                : "cardinality(t.members)");
    }

    /** Counts things in several parts or none. A thing that several activities name belongs to the parts of all of them. */
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

    /** Returns the columns of the value and of the number of amounts that it consists of. */
    private static String value(MeasureQuery measureQuery) {
        return measureQuery.aggregation() == MeasureQuery.RowAggregation.DISTINCT
                ? "count(distinct t.thing) filter (where t.placed)::numeric as value, 0::bigint as stated"
                : "coalesce(sum(t.amount) filter (where t.placed), 0) as value,"
                        + " count(t.amount) filter (where t.placed) as stated";
    }

    /** Returns the column of missing series. It is computed only for money, because the aggregation sorts all rows. */
    private static String missing(MeasureQuery measureQuery, String filter) {
        return measureQuery.aggregation() == MeasureQuery.RowAggregation.SEVERAL
                ? "array_remove(array_agg(distinct t.missing)" + filter + ", null)"
                : "null::text[]";
    }

    private static String partSelect(MeasureQuery measureQuery) {
        if (measureQuery.by().isEmpty()) {
            return "";
        }
        boolean hasSecondGrouping = measureQuery.by().size() > 1;
        return """

                union all
                select t.group_code, t.period_number, member, %s as second_member, %s, 0, %s, 0, 0
                from taken t cross join unnest(t.members) member%s
                where t.placed group by t.group_code, t.period_number, member%s""".formatted(
                        hasSecondGrouping ? "second_member" : "null",
                        value(measureQuery),
                        missing(measureQuery, ""),
                        hasSecondGrouping ? " cross join unnest(t.second_members) second_member" : "",
                        hasSecondGrouping ? ", second_member" : "");
    }
}
