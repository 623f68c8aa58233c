package org.bitacora.eventlog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.activity.OwnershipPolicy;
import org.bitacora.domain.json.CanonicalObjectWriter;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/**
 * A validated event that is to be appended to the log.
 *
 * @param territory the code of the territory whose log the event belongs to
 * @param key the permanent identity of the event
 * @param type the CloudEvents type
 * @param schemaVersion the schema version of the data
 * @param subject the CloudEvents subject
 * @param time the moment at which the sender stated the event, within the years 0000 to 9999 that RFC 3339 allows
 * @param data the data without the private part, as JSON text
 * @param extensions the extension attributes of the CloudEvent, as a JSON object in canonical form; empty without any
 * @param content the digest that identifies the content, see {@link #contentOf}
 * @param personal the private part, as canonical JSON text
 * @param author the caller that posts the event
 * @param refusalIfNew why the event is refused unless it is already recorded, such as by rules that are newer than the
 *     recorded event
 */
public record Draft(
        String territory,
        EventKey key,
        String type,
        int schemaVersion,
        String subject,
        Optional<Instant> time,
        String data,
        Optional<String> extensions,
        Digest content,
        Optional<String> personal,
        Author author,
        Optional<Refusal> refusalIfNew) {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /**
     * Truncates the time to microseconds, the precision of the log, so that the hash matches the entry that is read
     * back.
     */
    public Draft {
        time = time.map(it -> it.truncatedTo(ChronoUnit.MICROS));
        if (time.filter(it -> it.isBefore(FIRST) || it.isAfter(LAST)).isPresent()) {
            throw new IllegalArgumentException(
                    "The time is outside the years 0000 to 9999 of RFC 3339: " + time.orElseThrow());
        }
    }

    /**
     * The caller that posts an event.
     *
     * @param name the name of the access key
     * @param isEditor whether the caller may write about activities that another source stated first
     * @param mayCreateLog whether the event may create the log of its territory
     */
    public record Author(String name, boolean isEditor, boolean mayCreateLog) {
        /** Of which subjects it may speak. */
        public OwnershipPolicy.Authority authority() {
            return isEditor ? OwnershipPolicy.Authority.ALL_ACTIVITIES : OwnershipPolicy.Authority.OWN_ACTIVITIES;
        }
    }

    /** Returns this draft, refused also for these reasons unless it is already recorded. */
    public Draft refusedIfNew(List<Violation> reasons) {
        var all = Stream.concat(refusalIfNew.map(Refusal::violations).orElse(List.of()).stream(), reasons.stream())
                .toList();
        return new Draft(
                territory,
                key,
                type,
                schemaVersion,
                subject,
                time,
                data,
                extensions,
                content,
                personal,
                author,
                Optional.of(new Refusal.Invalid(all)));
    }

    /**
     * Returns the digest of territory, type, subject and data in canonical form (RFC 8785). Time and delivery mode do
     * not count.
     */
    public static Digest contentOf(String territory, String type, String subject, Json data) {
        return Digest.of(new CanonicalObjectWriter()
                .with("data", data)
                .with("subject", subject)
                .with("territory", territory)
                .with("type", type)
                .text());
    }
}
