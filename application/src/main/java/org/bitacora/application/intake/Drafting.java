package org.bitacora.application.intake;

import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.domain.json.Canonical;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.eventlog.upcast.Upcasters;

/** Makes drafts of events: the private part goes its own way, the rest stays as it was written. */
final class Drafting {

    private static final String PRIVATE = "private";

    private final Draft.Author author;

    Drafting(Caller caller) {
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
                event.text().filter(_ -> isAllShown).orElseGet(() -> JsonWriter.text(shown)),
                Draft.contentOf(territory, event.type(), event.subject(), shown),
                personal.map(Canonical::text),
                author);
    }
}
