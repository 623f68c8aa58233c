package org.bitacora.projections.indicator.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.bitacora.domain.indicator.FilterField;
import org.bitacora.domain.indicator.Grain;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.activity.ActivityConditionSql;
import org.bitacora.projections.activity.SqlParameters;
import org.bitacora.projections.indicator.TerritoryScope;

/**
 * The rows that a measure aggregates, as the common table expression {@code taken}, from which values, breakdowns, evidence
 * and differences are all computed. A row is an activity, or a thing that an activity names, in a period
 * {@code period_number} of a group {@code group_code}. It has an {@code amount}, the {@code thing} that counts once, the
 * breakdown parts {@code members} and {@code second_members}, and the series {@code missing} for its conversion. It is
 * {@code placed} if the period contains its date entirely.
 */
final class MeasureSql {

    private final MeasureQuery measureQuery;
    private final PeriodSql rows;
    private final Collection<RowPredicate> predicates;
    private final Optional<List<RowPredicate>> sharedPredicates;
    private final SqlParameters sqlParameters;
    private final TerritoryScope scope;

    private MeasureSql(
            MeasureQuery measureQuery,
            Collection<RowPredicate> predicates,
            Optional<List<RowPredicate>> sharedPredicates,
            TerritoryScope scope,
            SqlParameters sqlParameters) {
        this.measureQuery = measureQuery;
        this.scope = scope;
        this.rows = measureQuery.measure() instanceof Measure.Stock
                ? new PeriodSql.StockSql()
                : new PeriodSql.TransitionDateSql(measureQuery.date());
        this.predicates = predicates;
        this.sharedPredicates = sharedPredicates;
        this.sqlParameters = sqlParameters;
    }

    /** Creates the rows of one measure query. */
    static MeasureSql of(MeasureQuery measureQuery, TerritoryScope scope, SqlParameters sqlParameters) {
        return new MeasureSql(
                measureQuery, RowPredicate.predicatesOf(measureQuery), Optional.empty(), scope, sqlParameters);
    }

    /**
     * Creates the rows of all measure queries that share a scan (see {@link MeasureQuery#generalized}). The rows satisfy the
     * predicates that all queries have in common. The bits of {@code meets} state which of the other predicates a row
     * satisfies; the lowest bit is the first predicate. Further columns contain what some of the queries count.
     */
    static MeasureSql shared(
            MeasureQuery like, SharedQueryPlan sharedQueryPlan, TerritoryScope scope, SqlParameters sqlParameters) {
        return new MeasureSql(
                like,
                sharedQueryPlan.commonPredicates(),
                Optional.of(sharedQueryPlan.activityPredicates()),
                scope,
                sqlParameters);
    }

    /** Returns an expression for the bit mask of predicates; the first predicate has the bit with the index {@code first}. */
    static String bitMask(List<? extends RowPredicate> predicates, int first, SqlParameters sqlParameters) {
        var sum = new StringJoiner(" + ").setEmptyValue("0::bigint");
        for (int i = 0; i < predicates.size(); i++) {
            sum.add("case when %s then %d::bigint else 0 end"
                    .formatted(predicates.get(i).sql(sqlParameters), 1L << (first + i)));
        }
        return sum.toString();
    }

    /** Returns the {@code with} clause of a statement. */
    String withClause(List<Period> periods) {
        var rates = measureQuery.measure() instanceof Measure.MoneySum sum ? MoneySql.rates(sum.currency()) + "," : "";
        return "with " + TerritoryScopeSql.periodQuery(periods, sqlParameters) + ", "
                + TerritoryScopeSql.scopeQuery(scope, sqlParameters) + "," + rates + "\ntaken as (" + takenQuery()
                + ")";
    }

    private String takenQuery() {
        var condition = ActivityConditionSql.knownAt("s.territory", "s.position")
                + predicates(RowPredicate.ActivityPredicate.class)
                + rubricCondition();
        return """
                select s.group_code, p.period_number, v.territory, v.activity, %s as amount, %s as thing,
                       %s as members, %s as second_members, %s as missing, %s as placed%s
                %s%s""".formatted(
                        amount(),
                        distinctKey(),
                        groupingKeys(0),
                        groupingKeys(1),
                        missing(),
                        rows.certainCondition(),
                        sharedPredicates.map(this::sharedColumns).orElse(""),
                        rows.candidateRows(condition),
                        elements());
    }

    private String predicates(Class<? extends RowPredicate> kind) {
        return predicates.stream()
                .filter(kind::isInstance)
                .map(it -> " and " + it.sql(sqlParameters))
                .collect(Collectors.joining());
    }

    private String sharedColumns(List<RowPredicate> activityPredicates) {
        var counted = measureQuery.measure() instanceof Measure.Count
                ? "v.dimension, v.counterparts, v.actor_parts"
                : "null::text as dimension";
        return ", " + bitMask(activityPredicates, 0, sqlParameters) + " as meets, " + counted;
    }

    private String rubricCondition() {
        if (!(measureQuery.measure() instanceof Measure.RubricShare(var rubric, var atLeast, var _))) {
            return "";
        }
        var level = "(v.levels ->> " + sqlParameters.add(rubric) + "::text)::int";
        return measureQuery.isAtLevelOrAbove()
                ? " and " + level + " >= " + sqlParameters.add(atLeast) + "::int"
                : " and " + level + " > 0";
    }

    private String amount() {
        return switch (measureQuery.measure()) {
            case Measure.Count _, Measure.Stock _, Measure.RubricShare _ -> "1::numeric";
            case Measure.QuantitySum sum ->
                "coalesce((v.quantities ->> " + sqlParameters.add(sum.quantity()) + "::text)::numeric, 0)";
            case Measure.MoneySum _ -> MoneySql.AMOUNT;
        };
    }

    private String distinctKey() {
        var name = "v.territory || '/' || v.activity";
        return switch (measureQuery.measure()) {
            case Measure.Count(var countedEntity, var _, var _) ->
                switch (countedEntity) {
                    case ACTIVITIES -> joint(name);
                    case COUNTERPARTS, ACTORS -> "e.item ->> 0";
                    case COUNTRIES -> "e.item ->> 2";
                    case DIMENSIONS -> "v.dimension";
                };
            case Measure.Stock _, Measure.RubricShare _ -> joint(name);
            case Measure.QuantitySum _, Measure.MoneySum _ -> name;
        };
    }

    /** Returns the key of a joint activity, which counts once across the territories that state it. */
    private String joint(String name) {
        return measureQuery.isRolledUp() ? "coalesce('//' || v.joint, " + name + ")" : name;
    }

    private String missing() {
        return measureQuery.measure() instanceof Measure.MoneySum sum ? MoneySql.missing(sum.currency()) : "null::text";
    }

    /** Returns a join that adds one row for each matching list element, for measures that count elements. */
    private String elements() {
        return switch (measureQuery.measure()) {
            case Measure.Count(var countedEntity, var _, var _) ->
                switch (countedEntity) {
                    case ACTIVITIES -> "";
                    case DIMENSIONS -> " join lateral (select 1) e on v.dimension is not null";
                    case COUNTERPARTS -> counterparts(0);
                    case COUNTRIES -> counterparts(2);
                    case ACTORS ->
                        elements(
                                ActorSql.actorList("v", scope, sqlParameters),
                                0,
                                predicates(RowPredicate.ElementPredicate.class));
                };
            case Measure.MoneySum sum ->
                elements(
                                "v.amounts",
                                1,
                                sum.purpose()
                                        .map(it -> " and e.item ->> 2 = " + sqlParameters.add(it) + "::text")
                                        .orElse(""))
                        + MoneySql.rate(sum.currency(), PeriodSql.column(measureQuery.date()));
            case Measure.Stock _, Measure.RubricShare _, Measure.QuantitySum _ -> "";
        };
    }

    private String counterparts(int thingIndex) {
        return elements("v.counterparts", thingIndex, predicates(RowPredicate.ElementPredicate.class));
    }

    private static String elements(String list, int requiredIndex, String conditions) {
        return " join lateral jsonb_array_elements(" + list + ") e(item) on e.item ->> " + requiredIndex + " <> ''"
                + conditions;
    }

    private String groupingKeys(int index) {
        if (measureQuery.by().size() <= index) {
            return "'{}'::text[]";
        }
        return switch (measureQuery.by().get(index)) {
            case Grouping.FieldGrouping(var filterField) -> groupingKeys(filterField);
            case Grouping.TimeGrouping(var grain) ->
                "case when " + time(grain, "from") + " = " + time(grain, "to") + " then array[" + time(grain, "from")
                        + "] else '{}'::text[] end";
        };
    }

    /** Returns the parts of a row. An element has only its own part: a counterpart's country, not those of other counterparts. */
    private String groupingKeys(FilterField filterField) {
        var index = RowPredicate.elementIndexes(measureQuery.measure()).get(filterField);
        return index == null
                ? ActivityConditionSql.fieldValues(filterField)
                : "array_remove(array[nullif(e.item ->> " + index + ", '')], null)";
    }

    private String time(Grain grain, String end) {
        var date = "v." + PeriodSql.column(measureQuery.date()) + "_" + end;
        return switch (grain) {
            case MONTH -> "to_char(" + date + ", 'YYYY-MM')";
            case QUARTER -> "to_char(" + date + ", 'YYYY-\"Q\"Q')";
            case HALF -> "to_char(" + date + ", 'YYYY-\"S\"') || (extract(month from " + date + ")::int + 5) / 6";
            case YEAR -> "to_char(" + date + ", 'YYYY')";
        };
    }
}
