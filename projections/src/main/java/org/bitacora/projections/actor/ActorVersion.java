package org.bitacora.projections.actor;

import java.time.Instant;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.strategy.StrategyCodes;

/**
 * An actor as it was known from a position of its territory's log on.
 *
 * @param territory whose
 * @param actor its code
 * @param position of the entry that made it so
 * @param recordedAt when that was recorded
 * @param document what it says
 */
public record ActorVersion(String territory, String actor, long position, Instant recordedAt, Json.Obj document) {

    private static final String SUBJECT_INFIX = "/actors/";

    /** The subject of the events on that one. */
    public static String subject(String territory, String actor) {
        return territory + SUBJECT_INFIX + actor;
    }

    /** The code of the actor that a subject names; empty where it names something else. */
    public static Optional<String> ofSubject(String subject) {
        int slash = subject.indexOf('/');
        return slash > 0 && subject.startsWith(SUBJECT_INFIX, slash)
                ? Optional.of(subject.substring(slash + SUBJECT_INFIX.length())).filter(StrategyCodes::isCode)
                : Optional.empty();
    }
}
