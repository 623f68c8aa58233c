package org.bitacora.domain.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.event.EventDataParser;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.event.EventType.Admission;
import org.bitacora.domain.event.SubjectForm;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** An event of an actor. */
public sealed interface ActorEvent extends DomainEvent {

    /** The type of {@link ActorRegistered}. */
    String REGISTERED_TYPE = EventType.PREFIX + "actor.registered";

    /** The type of {@link ActorMerged}. */
    String MERGED_TYPE = EventType.PREFIX + "actor.merged";

    /** The common prefix of all event types of actors. */
    String TYPE_PREFIX = EventType.PREFIX + "actor.";

    /** The document member that holds the merged names. */
    String ALIASES = "aliases";

    /** The data member that holds the name to merge. */
    String OTHER = "other";

    /** The document of the actor after this event. */
    Json.Obj apply(Json.Obj before);

    /** The violations in the data, with pointers below {@code at}. */
    List<Violation> validate(Pointer at);

    /** The actor was registered, or its registration was replaced. */
    record ActorRegistered(Json.Obj data) implements ActorEvent {
        @Override
        public String type() {
            return REGISTERED_TYPE;
        }

        /** The latest registration, with all merged names kept. */
        @Override
        public Json.Obj apply(Json.Obj before) {
            return before.get(ALIASES)
                    .map(it -> data.omitNulls().with(ALIASES, it))
                    .orElse(data.omitNulls());
        }

        @Override
        public List<Violation> validate(Pointer at) {
            var found = new ArrayList<Violation>();
            Actor.validate(new JsonObjectReader(at, data, found));
            return found;
        }
    }

    /** Another name was declared to mean the same actor. */
    record ActorMerged(Json.Obj data) implements ActorEvent {
        @Override
        public String type() {
            return MERGED_TYPE;
        }

        @Override
        public Json.Obj apply(Json.Obj before) {
            var aliases = new TreeSet<>(before.texts(ALIASES));
            data.text(OTHER).ifPresent(aliases::add);
            return before.with(ALIASES, Json.texts(aliases.toArray(String[]::new)));
        }

        @Override
        public List<Violation> validate(Pointer at) {
            var found = new ArrayList<Violation>();
            var jsonObjectReader = new JsonObjectReader(at, data, found);
            jsonObjectReader.allowOnly(List.of(OTHER));
            jsonObjectReader.requiredText(OTHER);
            return found;
        }
    }

    /** The event types of actors. */
    static List<EventType> types() {
        var subject = SubjectForm.inCollection(Subject.ActorSubject.class, "actors", "br-belo-horizonte/actors/ufmg");
        return List.of(
                new EventType(
                        REGISTERED_TYPE,
                        subject,
                        Admission.EDITORS,
                        new EventDataParser<>(
                                ActorRegistered.class,
                                (at, data) -> new ActorRegistered(data).validate(at),
                                ActorRegistered::new)),
                new EventType(
                        MERGED_TYPE,
                        subject,
                        Admission.EDITORS,
                        new EventDataParser<>(
                                ActorMerged.class,
                                (at, data) -> new ActorMerged(data).validate(at),
                                ActorMerged::new)));
    }
}
