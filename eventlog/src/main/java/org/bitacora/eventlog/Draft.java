package org.bitacora.eventlog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.activity.OwnershipPolicy;
import org.bitacora.domain.json.CanonicalObjectWriter;
import org.bitacora.domain.json.Json;

/**
 * An event that has passed all checks and asks for a place in the log.
 *
 * @param territory whose log
 * @param key its identity, for ever
 * @param type its type in CloudEvents
 * @param schemaVersion which shape its data has
 * @param subject what it speaks of
 * @param time when its sender stated it, of the years 0000 to 9999 that RFC 3339 has
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

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** Cuts the time to microseconds, as the log keeps it: its hash must be of what is read back. */
    public Draft {
        time = time.map(it -> it.truncatedTo(ChronoUnit.MICROS));
        if (time.filter(it -> it.isBefore(FIRST) || it.isAfter(LAST)).isPresent()) {
            throw new IllegalArgumentException("RFC 3339 has years 0000 to 9999 only");
        }
    }

    /**
     * Who posts an event.
     *
     * @param name the name of the key
     * @param isEditor whether it may speak of what another source stated first
     * @param mayCreateLog whether the event may begin the log of its territory
     */
    public record Author(String name, boolean isEditor, boolean mayCreateLog) {
        /** Of which subjects it may speak. */
        public OwnershipPolicy.Authority authority() {
            return isEditor ? OwnershipPolicy.Authority.ALL_ACTIVITIES : OwnershipPolicy.Authority.OWN_ACTIVITIES;
        }
    }

    /** The digest of territory, type, subject and data in canonical form: neither time nor delivery count. */
    public static Digest contentOf(String territory, String type, String subject, Json data) {
        return Digest.of(new CanonicalObjectWriter()
                .with("data", data)
                .with("subject", subject)
                .with("territory", territory)
                .with("type", type)
                .text());
    }
}
