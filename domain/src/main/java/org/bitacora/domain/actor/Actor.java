package org.bitacora.domain.actor;

import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.domain.activity.Vocabularies;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Violation;

/**
 * Somebody who takes part in a city's international life, as registered (cuaderno, section 3.2 and Step 2).
 *
 * @param code what activities call them
 * @param name what people call them
 * @param sector one of the seven
 * @param type what they are within it, such as university
 * @param fronts where they act
 * @param capabilities what they know, have or do
 * @param aliases other names that were merged into this one
 */
public record Actor(
        String code,
        String name,
        String sector,
        String type,
        List<String> fronts,
        List<String> capabilities,
        List<String> aliases) {

    /** The four fronts of Medellín's map; others may be named. */
    public static final List<String> FRONTS = List.of("investment", "cooperation", "tourism-culture", "trade");

    public Actor {
        fronts = List.copyOf(fronts);
        capabilities = List.copyOf(capabilities);
        aliases = List.copyOf(aliases);
    }

    /** The actor of a document of {@link ActorEvent}s. */
    public static Actor of(String code, Json.Obj document) {
        return new Actor(
                code,
                document.text("name").orElse(code),
                document.text("sector").orElse(""),
                document.text("type").orElse(""),
                document.texts("fronts"),
                document.texts("capabilities"),
                document.texts(ActorEvent.ALIASES));
    }

    /** The same of another sector. */
    Actor of(String otherSector) {
        return new Actor(code, name, otherSector, type, fronts, capabilities, aliases);
    }

    /** Checks a registration; what is wrong is noted. */
    static void validate(JsonObjectReader at) {
        at.allowOnly(List.of("name", "sector", "type", "fronts", "capabilities", "since", "until"));
        at.text("name", true);
        if (!at.has("sector")) {
            at.addViolation("sector", "One of " + String.join(", ", Vocabularies.SECTOR) + " is wanted.");
        }
        at.oneOf("sector", Vocabularies.SECTOR, it -> it, Vocabularies.SECTOR.getFirst());
        at.text("type", false);
        for (var list : List.of("fronts", "capabilities")) {
            at.texts(list);
            if (at.has(list) && !(at.object().members().get(list) instanceof Json.Arr)) {
                at.addViolation(list, "A list of texts is wanted.");
            }
        }
        var since = date(at, "since");
        var until = date(at, "until");
        if (since.isPresent() && until.isPresent() && until.get().isBefore(since.get())) {
            at.violations().add(new Violation(at.pointer().child("until"), "It is before since."));
        }
    }

    private static Optional<PartialDate> date(JsonObjectReader at, String member) {
        var date = at.object().text(member).flatMap(PartialDate::of);
        if (at.has(member) && date.isEmpty()) {
            at.addViolation(member, "A date is wanted: 2014-05-12, or 2014-05, or 2014.");
        }
        return date;
    }
}
