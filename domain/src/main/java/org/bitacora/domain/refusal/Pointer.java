package org.bitacora.domain.refusal;

/** A place in a JSON document (RFC 6901); the empty pointer is the whole of it. */
public record Pointer(String value) {

    /** The whole document. */
    public static final Pointer ROOT = new Pointer("");

    /** The member of that name, below this place. */
    public Pointer child(String name) {
        return new Pointer(value + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    /** The item at that index, from 0, below this place. */
    public Pointer child(int index) {
        return new Pointer(value + "/" + index);
    }

    @Override
    public String toString() {
        return value;
    }
}
