package org.bitacora.projections.activity;

import java.util.ArrayList;
import java.util.List;

/** Collects the parameter values of a dynamic statement and assigns a placeholder to each. */
public final class SqlParameters {

    private final String mark;
    private final List<Object> values = new ArrayList<>();

    /** Creates an empty list; placeholders consist of the mark and a number, starting at 1. */
    public SqlParameters(String mark) {
        this.mark = mark;
    }

    /** Adds a value and returns its placeholder. */
    public String add(Object value) {
        values.add(value);
        return mark + values.size();
    }

    /** Returns the values in the order of their placeholders. */
    public List<Object> values() {
        return values;
    }
}
