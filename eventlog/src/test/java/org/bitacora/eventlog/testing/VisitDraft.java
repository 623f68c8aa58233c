package org.bitacora.eventlog.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Draft.Author;
import org.bitacora.eventlog.json.JsonReader;

/** A draft for tests: a received visit, by default about an activity of its own. */
public record VisitDraft(
        String territory,
        EventKey key,
        String subject,
        String data,
        Optional<Instant> time,
        Optional<String> extensions,
        Optional<String> personal,
        Author author,
        Optional<Refusal> refusalIfNew) {

    /** An author who may create a log and writes about the activities of the source. */
    public static final Author SOURCE = new Author("key of a source", false, true);

    /** An author who may also write about the activities of other sources. */
    public static final Author EDITOR = new Author("key of an editor", true, true);

    /** An author who may write to existing logs only. */
    public static final Author LATECOMER = new Author("key of a latecomer", false, false);

    /** The event type of the drafts. */
    public static final String TYPE = "org.bitacora.visit.received";

    /** Returns a draft with this id from the source {@code s}. */
    public static VisitDraft visit(String territory, String id) {
        return new VisitDraft(
                territory,
                new EventKey("s", id),
                territory + "/" + id,
                "{\"title\": \"" + id + "\"}",
                Optional.of(Instant.parse("2014-05-12T10:00:00Z")),
                Optional.empty(),
                Optional.empty(),
                SOURCE,
                Optional.empty());
    }

    public VisitDraft fromSource(String source) {
        return new VisitDraft(
                territory,
                new EventKey(source, key.id()),
                subject,
                data,
                time,
                extensions,
                personal,
                author,
                refusalIfNew);
    }

    public VisitDraft onActivity(String activity) {
        return new VisitDraft(
                territory, key, territory + "/" + activity, data, time, extensions, personal, author, refusalIfNew);
    }

    /** Returns the draft with these data. Text that is not JSON has the content digest of {@code null}. */
    public VisitDraft withData(String json) {
        return new VisitDraft(territory, key, subject, json, time, extensions, personal, author, refusalIfNew);
    }

    public VisitDraft atTime(Instant instant) {
        return new VisitDraft(
                territory, key, subject, data, Optional.of(instant), extensions, personal, author, refusalIfNew);
    }

    public VisitDraft withPrivatePart(String json) {
        return new VisitDraft(territory, key, subject, data, time, extensions, Optional.of(json), author, refusalIfNew);
    }

    public VisitDraft byAuthor(Author other) {
        return new VisitDraft(territory, key, subject, data, time, extensions, personal, other, refusalIfNew);
    }

    /** Returns the draft with these extension attributes, a JSON object in canonical form. */
    public VisitDraft withExtensions(String json) {
        return new VisitDraft(territory, key, subject, data, time, Optional.of(json), personal, author, refusalIfNew);
    }

    /** Returns the draft with a reason to refuse it unless it is already recorded. */
    public VisitDraft refusedIfNew(Refusal refusal) {
        return new VisitDraft(territory, key, subject, data, time, extensions, personal, author, Optional.of(refusal));
    }

    public Draft toDraft() {
        var content = Draft.contentOf(territory, TYPE, subject, json(data));
        return new Draft(
                territory, key, TYPE, 1, subject, time, data, extensions, content, personal, author, refusalIfNew);
    }

    private static Json json(String text) {
        return switch (JsonReader.readValue(text.getBytes(StandardCharsets.UTF_8), "")) {
            case JsonReader.ParsedValues(var items) -> items.getFirst().value();
            case JsonReader.InvalidJson _ -> new Json.Null();
        };
    }
}
