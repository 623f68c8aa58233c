package org.bitacora.application.intake;

import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.domain.json.CanonicalJson;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.eventlog.upcast.Upcasters;

/** Makes drafts of events: the private part goes its own way, the rest stays as it was written. */
final class DraftFactory {

    private static final String PRIVATE = "private";

    private final Draft.Author author;

    DraftFactory(Caller caller) {
        this.author = new Draft.Author(caller.source(), caller.isEditor(), false);
    }

    Draft draft(CloudEvent event) {
        var territory = event.subject().substring(0, event.subject().indexOf('/'));
        Optional<Json> personal = event.data().get(PRIVATE);
        boolean isAllShown = !event.data().members().containsKey(PRIVATE);
        var shown = event.data().without(PRIVATE);
        return new Draft(
                territory,
                event.key(),
                event.type(),
                Upcasters.CURRENT,
                event.subject(),
                event.time(),
                event.dataText().filter(_ -> isAllShown).orElseGet(() -> JsonWriter.toText(shown)),
                Draft.contentOf(territory, event.type(), event.subject(), shown),
                personal.map(CanonicalJson::text),
                author);
    }
}
