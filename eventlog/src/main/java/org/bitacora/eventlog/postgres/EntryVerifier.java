package org.bitacora.eventlog.postgres;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;

/** Goes along entries that are said to be a log and says why one of them cannot be what a log once held. */
final class EntryVerifier {

    private final String territory;
    private final Instant latest;
    private long position;
    private Instant recordedAt = Instant.MIN;

    /** Of entries of that log, none of which was recorded after an instant. */
    EntryVerifier(String territory, Instant latest) {
        this.territory = territory;
        this.latest = latest;
    }

    /** How many entries it has seen. */
    long lastPosition() {
        return position;
    }

    /** What is wrong with the next entry; empty where nothing is. */
    Optional<String> verify(ArchivedEntry archivedEntry) {
        var entry = archivedEntry.entry();
        position++;
        if (entry.position() != position) {
            return Optional.of("Position " + position + " is wanted here, not " + entry.position() + ".");
        }
        if (!belongsToTerritory(entry)) {
            return Optional.of("It is not of the log of " + territory + ".");
        }
        if (entry.recordedAt().isBefore(recordedAt) || entry.recordedAt().isAfter(latest)) {
            return Optional.of("It was recorded before the entry before it, or is yet to be.");
        }
        recordedAt = entry.recordedAt();
        return verifyContent(archivedEntry);
    }

    private boolean belongsToTerritory(Entry entry) {
        return entry.territory().equals(territory)
                && (entry.subject().equals(territory) || entry.subject().startsWith(territory + "/"));
    }

    private static Optional<String> verifyContent(ArchivedEntry archivedEntry) {
        if (!archivedEntry.entry().hash().equals(archivedEntry.hash())) {
            return Optional.of("Its hash is that of another entry.");
        }
        if (!hasMatchingContent(archivedEntry.entry())) {
            return Optional.of("Its data are not those that were recorded.");
        }
        return hasMatchingPrivatePart(archivedEntry)
                ? Optional.empty()
                : Optional.of("Its private part is not the one that was recorded.");
    }

    /** Whether the data of an entry are those that its content says. */
    static boolean hasMatchingContent(Entry entry) {
        return switch (JsonReader.readValue(entry.data().getBytes(StandardCharsets.UTF_8), "")) {
            case JsonReader.ParsedValues(var items) ->
                Draft.contentOf(
                                entry.territory(),
                                entry.type(),
                                entry.subject(),
                                items.getFirst().value())
                        .equals(entry.content());
            case JsonReader.InvalidJson _ -> false;
        };
    }

    private static boolean hasMatchingPrivatePart(ArchivedEntry archivedEntry) {
        return archivedEntry
                .personal()
                .map(it -> Optional.of(Digest.of(HexFormat.of().parseHex(it.salt()), it.data()))
                        .equals(archivedEntry.entry().privateDigest()))
                .orElse(true);
    }
}
