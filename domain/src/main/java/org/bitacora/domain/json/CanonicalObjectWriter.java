package org.bitacora.domain.json;

/**
 * Writes the canonical form of an object whose members are known in advance. The members are added in canonical order,
 * so none has to be stored and sorted.
 */
public final class CanonicalObjectWriter {

    private final StringBuilder out = new StringBuilder(512).append('{');
    private String last = "";

    /**
     * Adds a member and returns this writer.
     *
     * @throws IllegalArgumentException if the name does not sort after the previous one
     */
    public CanonicalObjectWriter with(String name, Json value) {
        begin(name);
        CanonicalJson.write(out, value);
        return this;
    }

    /** Adds a string member and returns this writer; see {@link #with(String, Json)}. */
    public CanonicalObjectWriter with(String name, String value) {
        begin(name);
        JsonEscaper.write(out, value);
        return this;
    }

    private void begin(String name) {
        if (name.compareTo(last) <= 0) {
            throw new IllegalArgumentException(name + " does not sort after " + last);
        }
        if (!last.isEmpty()) {
            out.append(',');
        }
        JsonEscaper.write(out, name);
        out.append(':');
        last = name;
    }

    /** The text of the object. */
    public String text() {
        return out + "}";
    }
}
