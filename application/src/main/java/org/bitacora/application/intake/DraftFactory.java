package org.bitacora.application.intake;

import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.domain.json.CanonicalJson;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.vocabulary.EventRegistry;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.json.JsonWriter;

/** Creates drafts of log entries. The private part of an event is separated; the rest keeps its original text. */
final class DraftFactory {

    private static final String PRIVATE = "private";

    private final Caller caller;
    private final EventOrigin origin;

    DraftFactory(Caller caller, EventOrigin origin) {
        this.caller = caller;
        this.origin = origin;
    }

    Draft draft(CloudEvent event) {
        var territory = event.territory();
        Optional<Json> personal = event.data().get(PRIVATE);
        boolean isAllShown = !event.data().members().containsKey(PRIVATE);
        var shown = event.data().without(PRIVATE);
        return new Draft(
                territory,
                event.key(),
                event.type(),
                EventRegistry.schemaVersion(event.type()),
                event.subject(),
                event.time(),
                event.dataText().filter(_ -> isAllShown).orElseGet(() -> JsonWriter.toText(shown)),
                event.extensions().members().isEmpty()
                        ? Optional.empty()
                        : Optional.of(CanonicalJson.text(event.extensions())),
                Draft.contentOf(territory, event.type(), event.subject(), shown),
                personal.map(CanonicalJson::text),
                author(event.type()),
                findUnknownMembers(event));
    }

    /** Unknown members are a reason to refuse new events only: recorded events contain them. */
    private static Optional<Refusal> findUnknownMembers(CloudEvent event) {
        return EventRegistry.find(event.type())
                .map(it -> it.findUnknownMembers(Pointer.ROOT.child("data"), event.data()))
                .filter(it -> !it.isEmpty())
                .map(Refusal.Invalid::new);
    }

    private Draft.Author author(String type) {
        boolean mayFoundLog = EventRegistry.find(type)
                .filter(it -> origin.mayFoundLog(it.admission()))
                .isPresent();
        return new Draft.Author(caller.source(), origin.mayChangeAllActivities(caller), mayFoundLog);
    }
}
