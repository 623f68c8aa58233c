package org.bitacora.domain.json;

/**
 * The canonical form of an object whose members are known beforehand: they are told in canonical order, so that none has
 * to be kept and sorted.
 */
public final class CanonicalObjectWriter {

    private final StringBuilder out = new StringBuilder(512).append('{');
    private String last = "";

    /**
     * The same object with one more member.
     *
     * @throws IllegalArgumentException where its name does not come after those before it
     */
    public CanonicalObjectWriter with(String name, Json value) {
        begin(name);
        CanonicalJson.write(out, value);
        return this;
    }

    /** Like {@link #with(String, Json)}, with a string. */
    public CanonicalObjectWriter with(String name, String value) {
        begin(name);
        JsonEscaper.write(out, value);
        return this;
    }

    private void begin(String name) {
        if (name.compareTo(last) <= 0) {
            throw new IllegalArgumentException(name + " does not come after " + last);
        }
        if (!last.isEmpty()) {
            out.append(',');
        }
        JsonEscaper.write(out, name);
        out.append(':');
        last = name;
    }

    /** Its text. */
    public String text() {
        return out + "}";
    }
}
