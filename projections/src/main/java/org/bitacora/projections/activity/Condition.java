package org.bitacora.projections.activity;

import java.util.Set;
import java.util.StringJoiner;
import org.bitacora.domain.indicator.Field;
import org.bitacora.domain.indicator.Filter;

/** Which versions are meant, as SQL over {@code activity_version v}: the same for lists and for figures. */
public final class Condition {

    private Condition() {}

    /** The versions that were the latest knowledge of a territory at a position. */
    public static String known(String territory, String position) {
        return "v.territory = " + territory + " and v.known_from <= " + position
                + " and (v.known_to is null or v.known_to > " + position + ")";
    }

    /** The versions that a filter means; {@code true} where it means every one. */
    public static String of(Filter filter, Parameters parameters) {
        var all = new StringJoiner(" and ").setEmptyValue("true");
        filter.where().forEach((field, values) -> all.add(one(field, values, parameters)));
        return all.toString();
    }

    private static String one(Field field, Set<String> values, Parameters parameters) {
        if (field == Field.ALIGNED) {
            return "v.aligned = any(cast("
                    + parameters.add(values.stream().map(Boolean::valueOf).toArray(Boolean[]::new)) + " as boolean[]))";
        }
        var wanted = "cast(" + parameters.add(values.toArray(String[]::new)) + " as text[])";
        return isList(field) ? column(field) + " && " + wanted : column(field) + " = any(" + wanted + ")";
    }

    private static boolean isList(Field field) {
        return switch (field) {
            case CATEGORY, THEME, SDG, OBJECTIVE, COUNTRY, COUNTERPART_TYPE, ACTOR, SECTOR, PLACE -> true;
            case KIND, STATUS, MOTIVATION, DIMENSION, ALIGNED, ROLE, SCALE, FUNDING, SOURCE -> false;
        };
    }

    /** What an activity has in a field, as an array: empty where it has nothing. */
    public static String members(Field field) {
        return switch (field) {
            case ALIGNED -> "array[v.aligned::text]";
            case PLACE -> "coalesce(v.places[array_length(v.places, 1):], '{}'::text[])";
            case KIND, STATUS, MOTIVATION, DIMENSION, ROLE, SCALE, FUNDING, SOURCE ->
                "array_remove(array[" + column(field) + "], null)";
            case CATEGORY, THEME, SDG, OBJECTIVE, COUNTRY, COUNTERPART_TYPE, ACTOR, SECTOR -> column(field);
        };
    }

    private static String column(Field field) {
        return switch (field) {
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
