package org.bitacora.projections.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bitacora.domain.activity.Occasion;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Grain;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.activity.Condition;
import org.bitacora.projections.activity.Parameters;

/**
 * What a measure takes, as the named query {@code taken}: the one place that values, breakdowns, evidence and differences
 * follow from. A row is an activity, or a thing that an activity names, in a period {@code n} of a group {@code g}; with
 * its {@code amount}, the {@code thing} that counts once, the parts {@code k1} and {@code k2} that it is in, the series
 * {@code missing} to convert it, and whether the period contains its date whole: else it is not {@code placed}.
 *
 * <p>A date is known at least to its year, or not at all: so what can overlap a period begins at most 366 days before it,
 * or at the beginning of time. Saying so, each in a branch of its own as PostgreSQL takes no OR of a join for the bounds
 * of an index, lets the index find it instead of all that ever was before.
 */
final class LeafSql {

    private final Leaf leaf;
    private final Collection<Need> needs;
    private final Collection<Need> told;
    private final Parameters parameters;

    private LeafSql(Leaf leaf, Collection<Need> needs, Collection<Need> told, Parameters parameters) {
        this.leaf = leaf;
        this.needs = needs;
        this.told = told;
        this.parameters = parameters;
    }

    /** The rows that a leaf takes. */
    static LeafSql of(Leaf leaf, Parameters parameters) {
        return new LeafSql(leaf, Need.of(leaf), List.of(), parameters);
    }

    /** All rows that leaves like this one could take; which of those needs each of them meets is told by {@code meets}. */
    static LeafSql telling(Leaf leaf, Collection<Need> needs, Parameters parameters) {
        return new LeafSql(leaf, List.of(), needs, parameters);
    }

    /** The queries that a statement begins with. */
    String with(Scope scope, List<Period> periods) {
        var rates = leaf.measure() instanceof Measure.SumMoney sum ? MoneySql.rates(sum.currency()) + "," : "";
        return "with " + AskedSql.periods(periods, parameters) + ", " + AskedSql.scope(scope, parameters) + "," + rates
                + "\ntaken as (" + taken() + ")";
    }

    private String taken() {
        var each = Condition.known("s.territory", "s.position") + needed(Need.OfActivity.class) + judged();
        return """
                select s.g, p.n, v.territory, v.activity, %s as amount, %s as thing, %s as k1, %s as k2,
                       %s as missing, %s as placed, %s as meets
                from scope s join lateral (
                    select n, greatest(first, s.since) as first, least(last, s.until) as last, last as whole_last
                    from period) p on p.first <= p.last
                cross join lateral (%s) v%s
                where %s""".formatted(
                        amount(),
                        thing(),
                        keys(0),
                        keys(1),
                        missing(),
                        isStock() ? Stock.PLACED : dated("v.%1$s_from >= p.first and v.%1$s_to <= p.last"),
                        meets(),
                        isStock() ? Stock.POSSIBLE.formatted(each) : possible(each),
                        elements(),
                        isStock() ? "p.last = p.whole_last" : "true");
    }

    private String needed(Class<? extends Need> kind) {
        return needs.stream()
                .filter(kind::isInstance)
                .map(it -> " and " + it.sql(parameters))
                .collect(Collectors.joining());
    }

    private String meets() {
        return told.stream()
                .map(it -> "(" + it.sql(parameters) + ") is true")
                .collect(Collectors.joining(", ", "array[", "]::boolean[]"));
    }

    private String possible(String each) {
        return dated("""
                select v.* from activity_version v
                where v.%1$s_from between p.first - 366 and p.last and v.%1$s_to >= p.first and %2$s
                union all
                select v.* from activity_version v
                where v.%1$s_from = date '%3$s' and v.%1$s_to >= p.first and %2$s""", each, Occasion.EVER_FROM.toString());
    }

    private boolean isStock() {
        return leaf.measure() instanceof Measure.Stock;
    }

    /** In force at the end of the last day of a period, for certain or possibly. */
    private static final class Stock {
        static final String POSSIBLE = """
                select v.* from activity_version v
                where v.formalised_from <= p.last and (v.ended_to is null or v.ended_to > p.last)
                and (v.end_to is null or v.end_to >= p.last) and %s""";
        static final String PLACED = """
                v.formalised_to <= p.last and (v.ended_from is null or v.ended_from > p.last)
                and (v.end_from is null or v.end_from >= p.last)""";

        private Stock() {}
    }

    private String dated(String sql, String... more) {
        var arguments = new ArrayList<Object>(List.of(column(leaf.date())));
        arguments.addAll(List.of(more));
        return sql.formatted(arguments.toArray());
    }

    private static String column(Transition transition) {
        return switch (transition) {
            case PLANNED -> "planned";
            case FORMALISED -> "formalised";
            case ENDED -> "ended";
            case UNDONE -> throw new IllegalArgumentException("No activity is dated by its undoing");
        };
    }

    private String judged() {
        if (!(leaf.measure() instanceof Measure.Rubric(var rubric, var atLeast, var _))) {
            return "";
        }
        var level = "(v.levels ->> " + parameters.add(rubric) + "::text)::int";
        return leaf.above() ? " and " + level + " >= " + parameters.add(atLeast) + "::int" : " and " + level + " > 0";
    }

    private String amount() {
        return switch (leaf.measure()) {
            case Measure.Count _, Measure.Stock _, Measure.Rubric _ -> "1::numeric";
            case Measure.SumQuantity sum ->
                "coalesce((v.quantities ->> " + parameters.add(sum.quantity()) + "::text)::numeric, 0)";
            case Measure.SumMoney _ -> MoneySql.AMOUNT;
        };
    }

    private String thing() {
        var name = "v.territory || '/' || v.activity";
        return switch (leaf.measure()) {
            case Measure.Count(var counted, var _, var _) ->
                switch (counted) {
                    case ACTIVITIES -> joint(name);
                    case COUNTERPARTS, ACTORS -> "e.item ->> 0";
                    case COUNTRIES -> "e.item ->> 2";
                    case DIMENSIONS -> "v.dimension";
                };
            case Measure.Stock _, Measure.Rubric _ -> joint(name);
            case Measure.SumQuantity _, Measure.SumMoney _ -> name;
        };
    }

    /** One that several territories name alike counts once across them. */
    private String joint(String name) {
        return leaf.isRolledUp() ? "coalesce('//' || v.joint, " + name + ")" : name;
    }

    private String missing() {
        return leaf.measure() instanceof Measure.SumMoney sum ? MoneySql.missing(sum.currency()) : "null::text";
    }

    /** One row for each element of a list, where elements are what counts; only those that are asked for. */
    private String elements() {
        return switch (leaf.measure()) {
            case Measure.Count(var counted, var _, var _) ->
                switch (counted) {
                    case ACTIVITIES -> "";
                    case DIMENSIONS -> " join lateral (select 1) e on v.dimension is not null";
                    case COUNTERPARTS -> counterparts(0);
                    case COUNTRIES -> counterparts(2);
                    case ACTORS -> elements("actor_parts", 0, needed(Need.OfElement.class));
                };
            case Measure.SumMoney sum ->
                elements(
                                "amounts",
                                1,
                                sum.purpose()
                                        .map(it -> " and e.item ->> 2 = " + parameters.add(it) + "::text")
                                        .orElse(""))
                        + MoneySql.rate(sum.currency(), column(leaf.date()));
            case Measure.Stock _, Measure.Rubric _, Measure.SumQuantity _ -> "";
        };
    }

    private String counterparts(int thing) {
        return elements("counterparts", thing, needed(Need.OfElement.class));
    }

    private static String elements(String list, int needed, String conditions) {
        return " join lateral jsonb_array_elements(v." + list + ") e(item) on e.item ->> " + needed + " <> ''"
                + conditions;
    }

    private String keys(int index) {
        if (leaf.by().size() <= index) {
            return "'{}'::text[]";
        }
        return switch (leaf.by().get(index)) {
            case Grouping.By(var field) -> keys(field);
            case Grouping.Every(var grain) ->
                "case when " + time(grain, "from") + " = " + time(grain, "to") + " then array[" + time(grain, "from")
                        + "] else '{}'::text[] end";
        };
    }

    /** Of what counts once, its own part: a counterpart's country, and not those of the others beside it. */
    private String keys(Field field) {
        var index = Need.elements(leaf.measure()).get(field);
        return index == null
                ? Condition.members(field)
                : "array_remove(array[nullif(e.item ->> " + index + ", '')], null)";
    }

    private String time(Grain grain, String end) {
        var date = "v." + column(leaf.date()) + "_" + end;
        return switch (grain) {
            case MONTH -> "to_char(" + date + ", 'YYYY-MM')";
            case QUARTER -> "to_char(" + date + ", 'YYYY-\"Q\"Q')";
            case HALF -> "to_char(" + date + ", 'YYYY-\"S\"') || (extract(month from " + date + ")::int + 5) / 6";
            case YEAR -> "to_char(" + date + ", 'YYYY')";
        };
    }
}
