package org.bitacora.projections.activity;

import java.util.Set;
import java.util.StringJoiner;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.FilterField;

/** Which versions are meant, as SQL over {@code activity_version v}: the same for lists and for figures. */
public final class ActivityConditionSql {

    private ActivityConditionSql() {}

    /** The versions that were the latest knowledge of a territory at a position. */
    public static String knownAt(String territory, String position) {
        return "v.territory = " + territory + " and v.known_from <= " + position
                + " and (v.known_to is null or v.known_to > " + position + ")";
    }

    /** The versions that a filter means; {@code true} where it means every one. */
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
        var wanted = "cast(" + sqlParameters.add(values.toArray(String[]::new)) + " as text[])";
        return isList(filterField)
                ? column(filterField) + " && " + wanted
                : column(filterField) + " = any(" + wanted + ")";
    }

    private static boolean isList(FilterField filterField) {
        return switch (filterField) {
            case CATEGORY, THEME, SDG, OBJECTIVE, COUNTRY, COUNTERPART_TYPE, ACTOR, SECTOR, PLACE -> true;
            case KIND, STATUS, MOTIVATION, DIMENSION, ALIGNED, ROLE, SCALE, FUNDING, SOURCE -> false;
        };
    }

    /** What an activity has in a field, as an array: empty where it has nothing. */
    public static String fieldValues(FilterField filterField) {
        return switch (filterField) {
            case ALIGNED -> "array[v.aligned::text]";
            case PLACE -> "coalesce(v.places[array_length(v.places, 1):], '{}'::text[])";
            case KIND, STATUS, MOTIVATION, DIMENSION, ROLE, SCALE, FUNDING, SOURCE ->
                "array_remove(array[" + column(filterField) + "], null)";
            case CATEGORY, THEME, SDG, OBJECTIVE, COUNTRY, COUNTERPART_TYPE, ACTOR, SECTOR -> column(filterField);
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
