package org.bitacora.eventlog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Canonical;
import org.bitacora.domain.json.Json;

/**
 * An event that has passed all checks and asks for a place in the log.
 *
 * @param territory whose log
 * @param key its identity, for ever
 * @param type its type in CloudEvents
 * @param schemaVersion which shape its data has
 * @param subject what it speaks of
 * @param time when its sender stated it
 * @param data its data without the private part, as JSON text
 * @param content what identifies its content: {@link #contentOf}
 * @param personal the private part, as canonical JSON text
 * @param author who posts it
 */
public record Draft(
        String territory,
        EventKey key,
        String type,
        int schemaVersion,
        String subject,
        Optional<Instant> time,
        String data,
        Digest content,
        Optional<String> personal,
        Author author) {

    /**
     * Who posts an event.
     *
     * @param name the name of the key
     * @param editor whether it may speak of what another source stated first
     * @param founder whether the event may begin the log of its territory
     */
    public record Author(String name, boolean editor, boolean founder) {}

    /** The digest of territory, type, subject and data in canonical form: neither time nor delivery count. */
    public static Digest contentOf(String territory, String type, String subject, Json data) {
        Map<String, Json> content = new LinkedHashMap<>();
        content.put("territory", Json.of(territory));
        content.put("type", Json.of(type));
        content.put("subject", Json.of(subject));
        content.put("data", data);
        return Digest.of(Canonical.text(new Json.Obj(content)));
    }
}
