package org.bitacora.domain.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** What an event says of an actor. */
public enum ActorEvent {
    /** That it is registered so. */
    REGISTERED,
    /** That another name means the same one. */
    MERGED;

    /** The member of a document that names the others. */
    static final String ALIASES = "aliases";

    private static final String OTHER = "other";

    /** The name of its type in CloudEvents. */
    public String type() {
        return ActivityEventType.PREFIX + "actor." + (this == REGISTERED ? "registered" : "merged");
    }

    /** What an event of that type says. */
    public static Optional<ActorEvent> of(String type) {
        return List.of(values()).stream().filter(it -> it.type().equals(type)).findFirst();
    }

    /** What is wrong with its data, each with its place below {@code at}. */
    public List<Violation> validate(Pointer at, Json.Obj data) {
        var found = new ArrayList<Violation>();
        var jsonObjectReader = new JsonObjectReader(at, data, found);
        switch (this) {
            case REGISTERED -> Actor.validate(jsonObjectReader);
            case MERGED -> {
                jsonObjectReader.allowOnly(List.of(OTHER));
                jsonObjectReader.text(OTHER, true);
            }
        }
        return found;
    }

    /** What is known of an actor after it: what was registered last, and all the names that were merged. */
    public Json.Obj apply(Json.Obj before, Json.Obj data) {
        return switch (this) {
            case REGISTERED ->
                before.get(ALIASES)
                        .map(it -> data.omitNulls().with(ALIASES, it))
                        .orElse(data.omitNulls());
            case MERGED -> {
                var aliases = new TreeSet<>(before.texts(ALIASES));
                data.text(OTHER).ifPresent(aliases::add);
                yield before.with(ALIASES, Json.texts(aliases.toArray(String[]::new)));
            }
        };
    }
}
