package org.bitacora.eventlog.postgres;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.Kept;
import org.bitacora.eventlog.json.JsonReader;

/** Goes along entries that are said to be a log and says why one of them cannot be what a log once held. */
final class Inspection {

    private final String territory;
    private final Instant latest;
    private long position;
    private Instant recordedAt = Instant.MIN;

    /** Of entries of that log, none of which was recorded after an instant. */
    Inspection(String territory, Instant latest) {
        this.territory = territory;
        this.latest = latest;
    }

    /** How many entries it has seen. */
    long position() {
        return position;
    }

    /** What is wrong with the next entry; empty where nothing is. */
    Optional<String> next(Kept kept) {
        var entry = kept.entry();
        position++;
        if (entry.position() != position) {
            return Optional.of("Position " + position + " is wanted here, not " + entry.position() + ".");
        }
        if (!isOfTheTerritory(entry)) {
            return Optional.of("It is not of the log of " + territory + ".");
        }
        if (entry.recordedAt().isBefore(recordedAt) || entry.recordedAt().isAfter(latest)) {
            return Optional.of("It was recorded before the entry before it, or is yet to be.");
        }
        recordedAt = entry.recordedAt();
        return content(kept);
    }

    private boolean isOfTheTerritory(Entry entry) {
        return entry.territory().equals(territory)
                && (entry.subject().equals(territory) || entry.subject().startsWith(territory + "/"));
    }

    private static Optional<String> content(Kept kept) {
        if (!kept.entry().hash().equals(kept.hash())) {
            return Optional.of("Its hash is that of another entry.");
        }
        if (!hasItsContent(kept.entry())) {
            return Optional.of("Its data are not those that were recorded.");
        }
        return hasItsPrivatePart(kept)
                ? Optional.empty()
                : Optional.of("Its private part is not the one that was recorded.");
    }

    /** Whether the data of an entry are those that its content says. */
    static boolean hasItsContent(Entry entry) {
        return switch (JsonReader.one(entry.data().getBytes(StandardCharsets.UTF_8), "")) {
            case JsonReader.Values(var items) ->
                Draft.contentOf(
                                entry.territory(),
                                entry.type(),
                                entry.subject(),
                                items.getFirst().value())
                        .equals(entry.content());
            case JsonReader.NotJson _ -> false;
        };
    }

    private static boolean hasItsPrivatePart(Kept kept) {
        return kept.personal()
                .map(it -> Optional.of(Digest.of(HexFormat.of().parseHex(it.salt()), it.data()))
                        .equals(kept.entry().privateDigest()))
                .orElse(true);
    }
}
