package org.bitacora.benchmarks.raw;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table, and how it goes to the database in an array: in binary where the driver can, as a date it cannot
 * and arrays of arrays cannot be unnested by row.
 */
record Column(String name, String type) {

    private static final String FIRST_DAY = "date '1970-01-01'";

    /** What reads it as text. */
    String read() {
        return type.equals("date") ? "(" + name + " - " + FIRST_DAY + ")::text" : name + "::text";
    }

    /** The type of the items that are sent. */
    String sent() {
        return switch (type) {
            case "bigint" -> "int8";
            case "date" -> "int4";
            default -> "text";
        };
    }

    /** The parameter, which takes an array of what is sent. */
    String parameter() {
        return "?::" + sent() + "[]";
    }

    /** What makes a value of what was sent. */
    String write() {
        return switch (type) {
            case "bigint", "text" -> name;
            case "date" -> FIRST_DAY + " + " + name;
            default -> name + "::" + type;
        };
    }

    /** An item to be sent. */
    @Nullable
    Object item(@Nullable String text) {
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
    Object[] array(int size) {
        return switch (type) {
            case "bigint" -> new Long[size];
            case "date" -> new Integer[size];
            default -> new String[size];
        };
    }
}
