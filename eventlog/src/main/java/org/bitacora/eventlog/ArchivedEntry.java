package org.bitacora.eventlog;

import java.util.HexFormat;
import java.util.Optional;

/**
 * An entry together with everything stored about it: the form in which an archive carries it from one log to another.
 *
 * @param entry the entry
 * @param hash the stored hash; equal to {@code entry.hash()} unless the entry or the hash was altered
 * @param personal the private part; empty if the entry has none, if it was erased, or if the archive omits it
 */
public record ArchivedEntry(Entry entry, Digest hash, Optional<PrivatePart> personal) {

    /**
     * The private part of an entry.
     *
     * @param salt the salt of its digest, in hexadecimal
     * @param data its text
     */
    public record PrivatePart(String salt, String data) {
        /** Throws {@link IllegalArgumentException} if the salt is not hexadecimal. */
        public PrivatePart {
            HexFormat.of().parseHex(salt);
        }
    }
}
