package org.bitacora.api.territory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.bitacora.eventlog.Entry;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a log, as it was recorded, without the private part of its data.
 *
 * @param position the position in the log
 * @param recordedAt when the entry was recorded
 * @param source the sending system
 * @param id the id of the event within the source
 * @param type the event type
 * @param subject the subject
 * @param time when the sender stated the event; null if the sender did not say
 * @param data the data as received, as JSON text
 * @param extensions the extension attributes of the CloudEvent, as JSON text; null without any
 * @param postedBy the source of the key that posted the event
 * @param hash the SHA-256 of the entry in canonical form, in hexadecimal
 */
@Schema(name = "LogEntryResponse", description = "An entry of a log, as it was recorded, without private" + " data")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogEntryResponse(
        @Schema(examples = "17") long position,
        Instant recordedAt,
        @Schema(examples = "urn:bitacora:demo:bahia") String source,
        @Schema(examples = "ba-00017") String id,
        @Schema(examples = "org.bitacora.visit.received") String type,
        @Schema(examples = "br-ba/visita-2014-0203") String subject,
        @Nullable Instant time,

        @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class) @JsonRawValue
        String data,

        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                description = "The extension attributes of the CloudEvent")
        @JsonRawValue
        @Nullable
        String extensions,

        String postedBy,
        String hash) {

    /** The columns of the CSV table, in order. */
    public static final List<String> COLUMNS = List.of(
            "position",
            "recordedAt",
            "source",
            "id",
            "type",
            "subject",
            "time",
            "data",
            "postedBy",
            "hash",
            "extensions");

    static LogEntryResponse of(Entry entry) {
        return new LogEntryResponse(
                entry.position(),
                entry.recordedAt(),
                entry.key().source(),
                entry.key().id(),
                entry.type(),
                entry.subject(),
                entry.time().orElse(null),
                entry.data(),
                entry.extensions().orElse(null),
                entry.postedBy(),
                entry.hash().hex());
    }

    List<String> cells() {
        return List.of(
                Long.toString(position),
                recordedAt.toString(),
                source,
                id,
                type,
                subject,
                time == null ? "" : time.toString(),
                data,
                postedBy,
                hash,
                extensions == null ? "" : extensions);
    }
}
