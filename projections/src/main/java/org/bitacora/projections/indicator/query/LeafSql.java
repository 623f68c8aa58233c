package org.bitacora.projections.indicator.query;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Grain;
import org.bitacora.domain.indicator.Grouping;
import org.bitacora.domain.indicator.Measure;
import org.bitacora.domain.indicator.Period;
import org.bitacora.projections.activity.Condition;
import org.bitacora.projections.activity.Parameters;
import org.bitacora.projections.indicator.Scope;

/**
 * What a measure takes, as the named query {@code taken}: the one place that values, breakdowns, evidence and differences
 * follow from. A row is an activity, or a thing that an activity names, in a period {@code n} of a group {@code g}; with
 * its {@code amount}, the {@code thing} that counts once, the parts {@code k1} and {@code k2} that it is in, the series
 * {@code missing} to convert it, and whether the period contains its date whole: else it is not {@code placed}.
 */
final class LeafSql {

    private final Leaf leaf;
    private final DatedSql rows;
    private final Collection<Need> needs;
    private final Optional<List<Need>> told;
    private final Parameters parameters;
    private final Scope scope;

    private LeafSql(Leaf leaf, Collection<Need> needs, Optional<List<Need>> told, Scope scope, Parameters parameters) {
        this.leaf = leaf;
        this.scope = scope;
        this.rows =
                leaf.measure() instanceof Measure.Stock ? new DatedSql.InForce() : new DatedSql.Happened(leaf.date());
        this.needs = needs;
        this.told = told;
        this.parameters = parameters;
    }

    /** The rows that a leaf takes. */
    static LeafSql of(Leaf leaf, Scope scope, Parameters parameters) {
        return new LeafSql(leaf, Need.of(leaf), Optional.empty(), scope, parameters);
    }

    /**
     * All rows that leaves like this one ({@link Leaf#like}) could take, those that all of them need. Which needs of others
     * each row meets is told by the bits of {@code meets}, the first need the lowest; beside it stands what some count.
     */
    static LeafSql telling(Leaf like, Told told, Scope scope, Parameters parameters) {
        return new LeafSql(like, told.ofAll(), Optional.of(told.ofActivities()), scope, parameters);
    }

    /** The bits of those needs, as a sum; the first stands at that place. */
    static String bits(List<? extends Need> needs, int first, Parameters parameters) {
        var sum = new StringJoiner(" + ").setEmptyValue("0::bigint");
        for (int i = 0; i < needs.size(); i++) {
            sum.add("case when %s then %d::bigint else 0 end"
                    .formatted(needs.get(i).sql(parameters), 1L << (first + i)));
        }
        return sum.toString();
    }

    /** The queries that a statement begins with. */
    String with(List<Period> periods) {
        var rates = leaf.measure() instanceof Measure.SumMoney sum ? MoneySql.rates(sum.currency()) + "," : "";
        return "with " + AskedSql.periods(periods, parameters) + ", " + AskedSql.scope(scope, parameters) + "," + rates
                + "\ntaken as (" + taken() + ")";
    }

    private String taken() {
        var each = Condition.known("s.territory", "s.position") + needed(Need.OfActivity.class) + judged();
        return """
                select s.g, p.n, v.territory, v.activity, %s as amount, %s as thing, %s as k1, %s as k2,
                       %s as missing, %s as placed%s
                %s%s""".formatted(
                        amount(),
                        thing(),
                        keys(0),
                        keys(1),
                        missing(),
                        rows.placed(),
                        told.map(this::told).orElse(""),
                        rows.possible(each),
                        elements());
    }

    private String needed(Class<? extends Need> kind) {
        return needs.stream()
                .filter(kind::isInstance)
                .map(it -> " and " + it.sql(parameters))
                .collect(Collectors.joining());
    }

    private String told(List<Need> ofSome) {
        var counted = leaf.measure() instanceof Measure.Count
                ? "v.dimension, v.counterparts, v.actor_parts"
                : "null::text as dimension";
        return ", " + bits(ofSome, 0, parameters) + " as meets, " + counted;
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
                    case ACTORS -> elements(ActorSql.list("v", scope, parameters), 0, needed(Need.OfElement.class));
                };
            case Measure.SumMoney sum ->
                elements(
                                "v.amounts",
                                1,
                                sum.purpose()
                                        .map(it -> " and e.item ->> 2 = " + parameters.add(it) + "::text")
                                        .orElse(""))
                        + MoneySql.rate(sum.currency(), DatedSql.column(leaf.date()));
            case Measure.Stock _, Measure.Rubric _, Measure.SumQuantity _ -> "";
        };
    }

    private String counterparts(int thing) {
        return elements("v.counterparts", thing, needed(Need.OfElement.class));
    }

    private static String elements(String list, int needed, String conditions) {
        return " join lateral jsonb_array_elements(" + list + ") e(item) on e.item ->> " + needed + " <> ''"
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
        var date = "v." + DatedSql.column(leaf.date()) + "_" + end;
        return switch (grain) {
            case MONTH -> "to_char(" + date + ", 'YYYY-MM')";
            case QUARTER -> "to_char(" + date + ", 'YYYY-\"Q\"Q')";
            case HALF -> "to_char(" + date + ", 'YYYY-\"S\"') || (extract(month from " + date + ")::int + 5) / 6";
            case YEAR -> "to_char(" + date + ", 'YYYY')";
        };
    }
}
