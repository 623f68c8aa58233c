package org.bitacora.projections.indicator.query;

import java.util.List;
import java.util.stream.Collectors;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.activity.SqlParameters;
import org.bitacora.projections.indicator.Scope;
import org.bitacora.projections.indicator.query.SharedRow.SharedRowKind;

/**
 * One statement for the values, and the parts, of a measure. A row whose {@code m1} is null is a whole: everything once;
 * the others are its parts.
 *
 * @param sql the statement
 * @param values what its placeholders stand for
 */
record TallyQuery(String sql, List<Object> values) {

    static TallyQuery of(MeasureQuery measureQuery, Scope scope, List<Period> periods) {
        var sqlParameters = new SqlParameters("$");
        var with = MeasureSql.of(measureQuery, scope, sqlParameters).withClause(periods);
        var sql = with + distinctPartsQuery(measureQuery) + "\n" + totalSelect(measureQuery) + partSelect(measureQuery)
                + "\norder by g, n, m1 nulls first, m2 nulls first";
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

                select '%s', t.g, t.n, t.meets, %s, t.dimension, coalesce(sum(t.amount) filter (where t.placed), 0),
                       count(t.amount) filter (where t.placed), bool_or(t.placed),
                       array_agg(t.territory || '/' || t.activity) filter (where not t.placed), %s
                from taken t group by t.g, t.n, t.meets, t.dimension%s""".formatted(
                        SharedRowKind.ACTIVITIES,
                        things ? "t.thing" : "null::text",
                        missing(like, " filter (where t.placed)"),
                        things ? ", t.thing" : "");
    }

    /** Those that are alike in one row, too: of a hundred thousand activities there are few. */
    private static String elements(
            SharedRowKind of, String list, String other, SharedQueryPlan sharedQueryPlan, SqlParameters sqlParameters) {
        return """

                select '%s', t.g, t.n, t.meets + %s, e.item ->> 0, %s, 0::numeric, 0::bigint, t.placed,
                       array_agg(t.territory || '/' || t.activity) filter (where not t.placed), null::text[]
                from taken t cross join lateral jsonb_array_elements(%s) e(item)
                group by 2, 3, 4, 5, 6, t.placed""".formatted(
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
                select t.g, t.n, null as m1, null as m2, %s, count(%s) filter (where not t.placed) as unplaced,
                       %s as missing, %s
                from taken t %s group by t.g, t.n""".formatted(
                        value(measureQuery),
                        each ? "*" : "distinct (t.territory, t.activity)",
                        missing(measureQuery, " filter (where t.placed)"),
                        measureQuery.by().isEmpty()
                                ? "0::bigint as in_several, 0::bigint as in_none"
                                : each
                                        ? partCounts(measureQuery)
                                        : "coalesce(max(a.in_several), 0) as in_several, coalesce(max(a.in_none), 0) as in_none",
                        things ? "left join apart a on a.g = t.g and a.n = t.n" : "");
    }

    private static String partCounts(MeasureQuery measureQuery) {
        return """
                count(*) filter (where t.placed and %1$s > 1) as in_several,
                count(*) filter (where t.placed and %1$s = 0) as in_none""".formatted(
                        measureQuery.by().size() > 1 ? "cardinality(t.k1) * cardinality(t.k2)" : "cardinality(t.k1)");
    }

    /** Things that several activities name are in the parts of all of them. */
    private static String distinctPartsQuery(MeasureQuery measureQuery) {
        if (measureQuery.by().isEmpty() || measureQuery.aggregation() == MeasureQuery.RowAggregation.EACH) {
            return "";
        }
        return """
                , apart as (
                    select g, n, count(*) filter (where parts > 1) as in_several,
                           count(*) filter (where parts = 0) as in_none
                    from (select o.g, o.n, count(distinct (m1, m2)) filter (where m1 is not null%s) as parts
                          from taken o left join lateral unnest(o.k1) m1 on true
                          left join lateral unnest(o.k2) m2 on true
                          where o.placed group by o.g, o.n, o.thing) c
                    group by g, n)""".formatted(measureQuery.by().size() > 1 ? " and m2 is not null" : "");
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
                select t.g, t.n, m1, %s as m2, %s, 0, %s, 0, 0
                from taken t cross join unnest(t.k1) m1%s where t.placed group by t.g, t.n, m1%s""".formatted(
                        two ? "m2" : "null",
                        value(measureQuery),
                        missing(measureQuery, ""),
                        two ? " cross join unnest(t.k2) m2" : "",
                        two ? ", m2" : "");
    }
}
