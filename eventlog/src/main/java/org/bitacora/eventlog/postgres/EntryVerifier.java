package org.bitacora.eventlog.postgres;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;

/** Verifies entries that are presented as a log, in order, and explains why an entry is not valid. */
final class EntryVerifier {

    private final String territory;
    private final Instant latest;
    private long position;
    private Instant recordedAt = Instant.MIN;

    /** Verifies entries of one log, none of which may have been recorded after {@code latest}. */
    EntryVerifier(String territory, Instant latest) {
        this.territory = territory;
        this.latest = latest;
    }

    /** Returns the number of entries verified so far. */
    long lastPosition() {
        return position;
    }

    /** Verifies the next entry and returns what is wrong with it; empty if it is valid. */
    Optional<Detail> verify(ArchivedEntry archivedEntry) {
        var entry = archivedEntry.entry();
        position++;
        if (entry.position() != position) {
            return Optional.of(Detail.of("Expected position {0}, found {1}.", position, entry.position()));
        }
        if (!belongsToTerritory(entry)) {
            return Optional.of(Detail.of("The entry does not belong to the log of {0}.", territory));
        }
        if (entry.recordedAt().isBefore(recordedAt) || entry.recordedAt().isAfter(latest)) {
            return Optional.of(Detail.of(
                    "The time of recording is earlier than that of the previous entry, or in the future: {0}.",
                    entry.recordedAt()));
        }
        recordedAt = entry.recordedAt();
        return verifyContent(archivedEntry);
    }

    private boolean belongsToTerritory(Entry entry) {
        return entry.territory().equals(territory) && Subject.isWithin(territory, entry.subject());
    }

    private static Optional<Detail> verifyContent(ArchivedEntry archivedEntry) {
        if (!archivedEntry.entry().hash().equals(archivedEntry.hash())) {
            return Optional.of(Detail.of("The hash does not match the entry."));
        }
        if (!hasMatchingContent(archivedEntry.entry())) {
            return Optional.of(Detail.of("The data do not match the recorded content digest."));
        }
        return hasMatchingPrivatePart(archivedEntry)
                ? Optional.empty()
                : Optional.of(Detail.of("The private data do not match their recorded digest."));
    }

    /** Returns whether the data of an entry match its content digest. */
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
