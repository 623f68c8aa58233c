package org.bitacora.application.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may do, in general. */
public enum Role {
    /** Everything, keys and territories included. */
    ADMIN,
    /** Writes what its source states, and speaks of what other sources stated. */
    EDITOR,
    /** Writes what its source states. */
    SOURCE,
    /** Writes nothing. */
    READER;

    /** The word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
