package org.bitacora.domain.actor;

import java.util.List;
import java.util.Optional;
import org.bitacora.domain.activity.PartialDate;
import org.bitacora.domain.activity.Vocabularies;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Violation;

/**
 * A registered actor of the international life of a territory (cuaderno, section 3.2 and Step 2).
 *
 * @param code the code by which activities refer to the actor
 * @param name the name of the actor
 * @param sector one of the seven sectors; an empty string if unknown
 * @param type the type within the sector, for example university
 * @param fronts the fronts on which the actor is active
 * @param capabilities the knowledge, resources and skills of the actor
 * @param aliases other names that were merged into this actor
 */
public record Actor(
        String code,
        String name,
        String sector,
        String type,
        List<String> fronts,
        List<String> capabilities,
        List<String> aliases) {

    /** The four fronts of Medellín's map. Other fronts are allowed. */
    public static final List<String> FRONTS = List.of("investment", "cooperation", "tourism-culture", "trade");

    public Actor {
        fronts = List.copyOf(fronts);
        capabilities = List.copyOf(capabilities);
        aliases = List.copyOf(aliases);
    }

    /** The actor described by a document of {@link ActorEvent}s. */
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

    /** A copy of this actor with another sector. */
    Actor of(String otherSector) {
        return new Actor(code, name, otherSector, type, fronts, capabilities, aliases);
    }

    /** Validates a registration and adds the violations to the reader. */
    static void validate(JsonObjectReader at) {
        at.allowOnly(List.of("name", "sector", "type", "fronts", "capabilities", "since", "until"));
        at.requiredText("name");
        if (!at.has("sector")) {
            at.addViolation("sector", Detail.of("Expected one of {0}.", String.join(", ", Vocabularies.SECTOR)));
        }
        at.oneOf("sector", Vocabularies.SECTOR, it -> it, Vocabularies.SECTOR.getFirst());
        at.optionalText("type");
        for (var list : List.of("fronts", "capabilities")) {
            at.texts(list);
            if (at.has(list) && !(at.object().members().get(list) instanceof Json.Arr)) {
                at.addViolation(list, Detail.of("Expected a list of texts."));
            }
        }
        var since = date(at, "since");
        var until = date(at, "until");
        if (since.isPresent() && until.isPresent() && until.get().isBefore(since.get())) {
            at.violations().add(new Violation(at.pointer().child("until"), Detail.of("`until` is before `since`.")));
        }
    }

    private static Optional<PartialDate> date(JsonObjectReader at, String member) {
        var date = at.object().text(member).flatMap(PartialDate::of);
        if (at.has(member) && date.isEmpty()) {
            at.addViolation(member, Detail.of("Expected a date, for example 2014-05-12, 2014-05 or 2014."));
        }
        return date;
    }
}
