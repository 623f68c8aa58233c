package org.bitacora.domain.refusal;

import java.util.function.Supplier;

/**
 * A JSON Pointer (RFC 6901). The empty pointer refers to the whole document. The text is built only on demand, because
 * validation visits many locations and reports few of them.
 */
public final class Pointer {

    /** The pointer to the whole document. */
    public static final Pointer ROOT = new Pointer("");

    private final Supplier<String> text;

    /** Creates a pointer from its text. */
    public Pointer(String text) {
        this(() -> text);
    }

    private Pointer(Supplier<String> text) {
        this.text = text;
    }

    /** The pointer to a member below this location. */
    public Pointer child(String name) {
        return new Pointer(() -> value() + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    /** The pointer to an array item below this location. The index starts at 0. */
    public Pointer child(int index) {
        return new Pointer(() -> value() + "/" + index);
    }

    /** The text of the pointer. */
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
