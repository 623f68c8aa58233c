package org.bitacora.projections.actor;

import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.StrategyCodes;

/**
 * A version of an actor: its document from a position of its territory's log on.
 *
 * @param territory the territory of the actor
 * @param actor the code of the actor
 * @param position the position of the entry that started this version
 * @param recordedAt when that entry was recorded
 * @param document the registered data of the actor
 */
public record ActorVersion(String territory, String actor, long position, Instant recordedAt, Json.Obj document) {

    private static final String SUBJECT_INFIX = "/actors/";

    /** Returns the subject of the events of an actor. */
    public static String subject(String territory, String actor) {
        return territory + SUBJECT_INFIX + actor;
    }

    /** Returns the code of the actor that a subject names; empty if the subject is not an actor. */
    public static Optional<String> ofSubject(String subject) {
        int slash = subject.indexOf('/');
        return slash > 0 && subject.startsWith(SUBJECT_INFIX, slash)
                ? Optional.of(subject.substring(slash + SUBJECT_INFIX.length())).filter(StrategyCodes::isCode)
                : Optional.empty();
    }
}
