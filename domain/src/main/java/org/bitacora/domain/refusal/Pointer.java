package org.bitacora.domain.refusal;

import java.util.function.Supplier;

/**
 * A place in a JSON document (RFC 6901); the empty pointer is the whole of it. Its text is put together when it is asked
 * for: checks go through many places, and complain of few.
 */
public final class Pointer {

    /** The whole document. */
    public static final Pointer ROOT = new Pointer("");

    private final Supplier<String> text;

    /** The place that a text names. */
    public Pointer(String text) {
        this(() -> text);
    }

    private Pointer(Supplier<String> text) {
        this.text = text;
    }

    /** The member of that name, below this place. */
    public Pointer child(String name) {
        return new Pointer(() -> value() + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    /** The item at that index, from 0, below this place. */
    public Pointer child(int index) {
        return new Pointer(() -> value() + "/" + index);
    }

    /** Its text. */
    public String value() {
        return text.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pointer that && value().equals(that.value());
    }

    @Override
    public int hashCode() {
        return value().hashCode();
    }

    @Override
    public String toString() {
        return value();
    }
}
