package org.bitacora.channels.message;

import java.time.Instant;
import org.bitacora.eventlog.Entry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What channels tell of an entry: enough to know what to ask for.
 *
 * @param territory whose log it is in
 * @param position where
 * @param recordedAt when it was recorded
 * @param type its type
 * @param subject what it speaks of
 */
@Schema(
        name = "EntryTold",
        description = "What channels tell of an entry: figures have come to it by then",
        requiredProperties = {"territory", "position", "recordedAt", "type", "subject"})
public record LogEntryMessage(
        @Schema(examples = "br-ba") String territory,
        @Schema(examples = "17") long position,
        Instant recordedAt,
        @Schema(examples = "org.bitacora.visit.received") String type,
        @Schema(examples = "br-ba/visita-2014-0203") String subject) {

    /** Of an entry. */
    public static LogEntryMessage of(Entry entry) {
        return new LogEntryMessage(
                entry.territory(), entry.position(), entry.recordedAt(), entry.type(), entry.subject());
    }
}
