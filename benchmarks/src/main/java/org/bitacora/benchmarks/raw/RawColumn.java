package org.bitacora.benchmarks.raw;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table, and how it goes to the database in an array: in binary where the driver can, as a date it cannot
 * and arrays of arrays cannot be unnested by row.
 */
record RawColumn(String name, String type) {

    private static final String FIRST_DAY = "date '1970-01-01'";

    /** What reads it as text. */
    String selectExpression() {
        return type.equals("date") ? "(" + name + " - " + FIRST_DAY + ")::text" : name + "::text";
    }

    /** The type of the items that are sent. */
    String arrayElementType() {
        return switch (type) {
            case "bigint" -> "int8";
            case "date" -> "int4";
            default -> "text";
        };
    }

    /** The parameter, which takes an array of what is sent. */
    String parameterExpression() {
        return "?::" + arrayElementType() + "[]";
    }

    /** What makes a value of what was sent. */
    String insertExpression() {
        return switch (type) {
            case "bigint", "text" -> name;
            case "date" -> FIRST_DAY + " + " + name;
            default -> name + "::" + type;
        };
    }

    /** An item to be sent. */
    @Nullable
    Object toElement(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (type) {
            case "bigint" -> Long.valueOf(text);
            case "date" -> Integer.valueOf(text);
            default -> text;
        };
    }

    /** An array of items, of the class that the driver sends in binary. */
    @Nullable
    Object[] newArray(int size) {
        return switch (type) {
            case "bigint" -> new Long[size];
            case "date" -> new Integer[size];
            default -> new String[size];
        };
    }
}
