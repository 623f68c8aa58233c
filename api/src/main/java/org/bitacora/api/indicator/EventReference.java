package org.bitacora.api.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.bitacora.eventlog.Entry;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event behind a value or a change, without its data.
 *
 * @param territory the code of the territory of the log; null if the request covers only one territory
 * @param position the position in that log
 * @param type the event type
 * @param source the sending system
 * @param id the id within the source
 * @param subject the subject
 * @param recordedAt when the event was recorded
 */
@Schema(
        name = "EventReference",
        description = "An event behind a value or a change, without its data; the" + " log contains the complete entry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventReference(
        @Schema(examples = "br-ba", description = "The territory of the log, if the request covers several territories")
        @Nullable
        String territory,

        @Schema(examples = "17") long position,

        @Schema(examples = "org.bitacora.visit.received") String type,

        @Schema(examples = "urn:bitacora:demo:bahia") String source,
        @Schema(examples = "ba-00017") String id,
        @Schema(examples = "br-ba/visita-2014-0203") String subject,
        Instant recordedAt) {

    static List<EventReference> of(List<Entry> entries, boolean ofSeveral) {
        return entries.stream().map(it -> of(it, ofSeveral)).toList();
    }

    private static EventReference of(Entry entry, boolean ofSeveral) {
        return new EventReference(
                ofSeveral ? entry.territory() : null,
                entry.position(),
                entry.type(),
                entry.key().source(),
                entry.key().id(),
                entry.subject(),
                entry.recordedAt());
    }

    static EventReference of(ObservationChange.EntrySummary entry) {
        return new EventReference(
                null,
                entry.position(),
                entry.type(),
                entry.key().source(),
                entry.key().id(),
                entry.subject(),
                entry.recordedAt());
    }
}
