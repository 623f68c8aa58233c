package org.bitacora.eventlog;

import java.util.HexFormat;
import java.util.Optional;

/**
 * An entry with all that is kept of it, as an archive carries it from one log to another.
 *
 * @param entry what was recorded
 * @param hash the digest that was written beside it: that of the entry, unless one of them was changed
 * @param personal its private part; empty where it has none, where it was erased, and where it is not carried along
 */
public record ArchivedEntry(Entry entry, Digest hash, Optional<PrivatePart> personal) {

    /**
     * The private part of an entry.
     *
     * @param salt what its digest was salted with, hexadecimal
     * @param data its text
     */
    public record PrivatePart(String salt, String data) {
        /** Fails with {@link IllegalArgumentException} where the salt is not hexadecimal. */
        public PrivatePart {
            HexFormat.of().parseHex(salt);
        }
    }
}
