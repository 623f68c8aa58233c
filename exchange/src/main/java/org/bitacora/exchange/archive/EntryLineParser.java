package org.bitacora.exchange.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.CanonicalJson;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.json.JsonReader;

/** Parses the lines that {@link EntryLine} writes. */
final class EntryLineParser {

    private static final String DATA = "data";

    private final String territory;

    /** Creates a parser for entries of this territory's log. */
    EntryLineParser(String territory) {
        this.territory = territory;
    }

    /** Returns the entry of a line; empty if the line is not a valid entry. */
    Optional<ArchivedEntry> parse(byte[] line) {
        return JsonReader.readValue(line, DATA) instanceof JsonReader.ParsedValues(var items)
                        && items.getFirst().value() instanceof Json.Obj object
                        && items.getFirst().faults().isEmpty()
                ? parse(object, items.getFirst().slice())
                : Optional.empty();
    }

    private Optional<ArchivedEntry> parse(Json.Obj line, Optional<String> data) {
        try {
            return Optional.of(
                    new ArchivedEntry(entry(line, data.orElseThrow()), digest(text(line, "hash")), personal(line)));
        } catch (ArithmeticException
                | DateTimeException
                | IllegalArgumentException
                | java.util.NoSuchElementException _) {
            return Optional.empty();
        }
    }

    private Entry entry(Json.Obj line, String data) {
        return new Entry(
                territory,
                number(line, "position"),
                Instant.parse(text(line, "recordedAt")),
                new EventKey(text(line, "source"), text(line, "id")),
                text(line, "type"),
                Math.toIntExact(number(line, "schemaVersion")),
                text(line, "subject"),
                line.text("time").map(Instant::parse),
                data,
                line.get("extensions").map(CanonicalJson::text),
                text(line, "postedBy"),
                digest(text(line, "content")),
                line.text("privateDigest").map(EntryLineParser::digest));
    }

    private static Optional<ArchivedEntry.PrivatePart> personal(Json.Obj line) {
        var personal = line.object("private");
        return personal.members().isEmpty()
                ? Optional.empty()
                : Optional.of(new ArchivedEntry.PrivatePart(text(personal, "salt"), text(personal, DATA)));
    }

    private static String text(Json.Obj object, String name) {
        return object.text(name).orElseThrow();
    }

    private static long number(Json.Obj object, String name) {
        if (object.members().get(name) instanceof Json.Num(var number)) {
            return number.longValueExact();
        }
        throw new IllegalArgumentException(name + " is not a number");
    }

    private static Digest digest(String hex) {
        return Digest.ofBytes(HexFormat.of().parseHex(hex));
    }
}
