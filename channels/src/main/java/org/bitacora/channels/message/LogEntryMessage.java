package org.bitacora.channels.message;

import java.time.Instant;
import org.bitacora.eventlog.Entry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A log entry as channels send it: a reference that is sufficient to request the entry.
 *
 * @param territory the code of the territory
 * @param position the position in its log
 * @param recordedAt when the entry was recorded
 * @param type the event type
 * @param subject the subject
 */
@Schema(name = "LogEntryMessage", description = "A reference to a log entry, sent after observations include the entry")
public record LogEntryMessage(
        @Schema(examples = "br-ba") String territory,
        @Schema(examples = "17") long position,
        Instant recordedAt,
        @Schema(examples = "org.bitacora.visit.received") String type,
        @Schema(examples = "br-ba/visita-2014-0203") String subject) {

    /** Returns the message of an entry. */
    public static LogEntryMessage of(Entry entry) {
        return new LogEntryMessage(
                entry.territory(), entry.position(), entry.recordedAt(), entry.type(), entry.subject());
    }
}
