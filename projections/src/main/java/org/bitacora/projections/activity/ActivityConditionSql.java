package org.bitacora.projections.activity;

import java.util.Set;
import java.util.StringJoiner;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;

/** Conditions on {@code activity_version v} as SQL, shared by activity lists and observations. */
public final class ActivityConditionSql {

    private ActivityConditionSql() {}

    /** Returns the condition for versions that are current as of a position of the territory's log. */
    public static String knownAt(String territory, String position) {
        return "v.territory = " + territory + " and v.known_from <= " + position
                + " and (v.known_to is null or v.known_to > " + position + ")";
    }

    /** Returns the condition for versions that match a filter; {@code true} if the filter is empty. */
    public static String matching(Filter filter, SqlParameters sqlParameters) {
        var all = new StringJoiner(" and ").setEmptyValue("true");
        filter.valuesByField()
                .forEach((filterField, values) -> all.add(fieldCondition(filterField, values, sqlParameters)));
        return all.toString();
    }

    private static String fieldCondition(FilterField filterField, Set<String> values, SqlParameters sqlParameters) {
        if (filterField == FilterField.ALIGNED) {
            return "v.aligned = any(cast("
                    + sqlParameters.add(values.stream().map(Boolean::valueOf).toArray(Boolean[]::new))
                    + " as boolean[]))";
        }
        var allowedValues = "cast(" + sqlParameters.add(values.toArray(String[]::new)) + " as text[])";
        return isList(filterField)
                ? column(filterField) + " && " + allowedValues
                : column(filterField) + " = any(" + allowedValues + ")";
    }

    private static boolean isList(FilterField filterField) {
        return switch (filterField) {
            case CATEGORY, THEME, SDG, OBJECTIVE, COUNTRY, COUNTERPART_TYPE, ACTOR, ACTOR_ROLE, SECTOR, PLACE -> true;
            case KIND, STATUS, MOTIVATION, DIMENSION, ALIGNED, ROLE, SCALE, FUNDING, SOURCE -> false;
        };
    }

    /** Returns an SQL expression for the values of a field as an array; the array is empty if the activity has no value. */
    public static String fieldValues(FilterField filterField) {
        return switch (filterField) {
            case ALIGNED -> "array[v.aligned::text]";
            case PLACE -> "coalesce(v.places[array_length(v.places, 1):], '{}'::text[])";
            case KIND, STATUS, MOTIVATION, DIMENSION, ROLE, SCALE, FUNDING, SOURCE ->
                "array_remove(array[" + column(filterField) + "], null)";
            case CATEGORY, THEME, SDG, OBJECTIVE, COUNTRY, COUNTERPART_TYPE, ACTOR, ACTOR_ROLE, SECTOR ->
                column(filterField);
        };
    }

    private static String column(FilterField filterField) {
        return switch (filterField) {
            case CATEGORY -> "v.categories";
            case THEME -> "v.themes";
            case SDG -> "v.sdgs";
            case OBJECTIVE -> "v.objectives";
            case COUNTRY -> "v.countries";
            case COUNTERPART_TYPE -> "v.counterpart_types";
            case ACTOR -> "v.actors";
            case ACTOR_ROLE -> "v.actor_roles";
            case KIND -> "v.kind";
            case STATUS -> "v.status";
            case MOTIVATION -> "v.motivation";
            case DIMENSION -> "v.dimension";
            case ROLE -> "v.role";
            case ALIGNED -> "v.aligned";
            case SECTOR -> "v.sectors";
            case PLACE -> "v.places";
            case SCALE -> "v.scale";
            case FUNDING -> "v.funding";
            case SOURCE -> "v.source";
        };
    }
}
