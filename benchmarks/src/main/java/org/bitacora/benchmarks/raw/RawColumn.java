package org.bitacora.benchmarks.raw;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table and its representation in an array parameter. Arrays are sent in binary form if the driver
 * supports it. It does not support dates, which are sent as numbers of days. Arrays of arrays cannot be unnested by
 * row, so they are sent as text.
 */
record RawColumn(String name, String type) {

    private static final String FIRST_DAY = "date '1970-01-01'";

    /** Returns the expression that reads the column as text. */
    String selectExpression() {
        return type.equals("date") ? "(" + name + " - " + FIRST_DAY + ")::text" : name + "::text";
    }

    /** Returns the element type of the array that is sent. */
    String arrayElementType() {
        return switch (type) {
            case "bigint" -> "int8";
            case "date" -> "int4";
            default -> "text";
        };
    }

    /** Returns the array parameter. */
    String parameterExpression() {
        return "?::" + arrayElementType() + "[]";
    }

    /** Returns the expression that converts an element to the type of the column. */
    String insertExpression() {
        return switch (type) {
            case "bigint", "text" -> name;
            case "date" -> FIRST_DAY + " + " + name;
            default -> name + "::" + type;
        };
    }

    /** Converts a text to an array element. */
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

    /** Returns an array of the class that the driver sends in binary form. */
    @Nullable
    Object[] newArray(int size) {
        return switch (type) {
            case "bigint" -> new Long[size];
            case "date" -> new Integer[size];
            default -> new String[size];
        };
    }
}
