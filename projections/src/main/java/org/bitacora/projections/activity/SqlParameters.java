package org.bitacora.projections.activity;

import java.util.ArrayList;
import java.util.List;

/** The values of a statement that is put together, each with the placeholder that stands for it. */
public final class SqlParameters {

    private final String mark;
    private final List<Object> values = new ArrayList<>();

    /** For statements whose placeholders are that mark and a number, from 1. */
    public SqlParameters(String mark) {
        this.mark = mark;
    }

    /** Takes a value and gives the placeholder for it. */
    public String add(Object value) {
        values.add(value);
        return mark + values.size();
    }

    /** The values, in the order of their placeholders. */
    public List<Object> values() {
        return values;
    }
}
