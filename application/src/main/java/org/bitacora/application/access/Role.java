package org.bitacora.application.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The general permissions of a key. */
public enum Role {
    /** May do everything, including the administration of keys and territories. */
    ADMIN,
    /** Writes the events of its source, and changes what other sources recorded. */
    EDITOR,
    /** Writes the events of its source. */
    SOURCE,
    /** Writes nothing. */
    READER;

    /** Returns the name of the role in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the role with this name; empty if there is none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
