package org.bitacora.channels.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonEscaper;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.eventlog.json.JsonWriter;
import org.bitacora.projections.relay.RelayedEntry;

/**
 * Maps log entries to records of the log topic: CloudEvents 1.0 in structured mode, keyed by territory. Attributes and
 * data are those of the sender; the additions of the log are extension attributes. Data that exceeds the size limit of
 * the topic is replaced by {@code dataref}, the URL of the entry (CloudEvents extension "claim check").
 *
 * @param topic the topic
 * @param maxRecordBytes the maximum size of a record in bytes
 */
record LogRecordMapper(String topic, int maxRecordBytes) {

    /** An upper bound for the bytes that Kafka adds to a value. */
    private static final int AROUND = 2_048;

    private static final Set<String> OWN_EXTENSIONS =
            Set.of("territory", "position", "recordedtime", "postedby", "dataref");
    private static final byte[] DATA = utf8(",\"datacontenttype\":\"application/json\",\"data\":");
    private static final byte[] END = utf8("}");
    private static final byte[] STRUCTURED = CloudEventRecordParser.structuredContentType();

    ProducerRecord<byte[], byte[]> toRecord(RelayedEntry entry) {
        var key = entry.territory().getBytes(StandardCharsets.UTF_8);
        var before = attributesJson(entry);
        int length = before.length + DATA.length + entry.data().length() + END.length;
        var value =
                length > maxRecordBytes - AROUND ? withDataReference(before, entry) : withData(before, entry, length);
        return new ProducerRecord<>(topic, null, key, value, headers());
    }

    private static Headers headers() {
        return new RecordHeaders().add(CloudEventRecordParser.CONTENT_TYPE, STRUCTURED);
    }

    /** The JSON text of the attributes, before the data. */
    private static byte[] attributesJson(RelayedEntry entry) {
        var out = new StringBuilder(512).append("{\"specversion\":\"1.0\"");
        appendMember(out, "id", entry.key().id());
        appendMember(out, "source", entry.key().source());
        appendMember(out, "type", entry.type());
        appendMember(out, "subject", entry.subject());
        entry.time().ifPresent(it -> appendMember(out, "time", it.toString()));
        appendMember(out, "territory", entry.territory());
        out.append(",\"position\":").append(entry.position());
        appendMember(out, "recordedtime", entry.recordedAt().toString());
        appendMember(out, "postedby", entry.postedBy());
        entry.extensions().ifPresent(it -> appendExtensions(out, it));
        return utf8(out.toString());
    }

    /** Appends the extension attributes of the sender. Those of this service replace attributes of the same name. */
    private static void appendExtensions(StringBuilder out, String extensions) {
        if (JsonReader.parseStored(extensions) instanceof Json.Obj object) {
            object.members().forEach((name, value) -> {
                if (!OWN_EXTENSIONS.contains(name)) {
                    out.append(',');
                    JsonEscaper.write(out, name);
                    out.append(':').append(JsonWriter.toText(value));
                }
            });
        }
    }

    private static void appendMember(StringBuilder out, String name, String value) {
        out.append(",\"").append(name).append("\":");
        JsonEscaper.write(out, value);
    }

    private static byte[] withData(byte[] before, RelayedEntry entry, int length) {
        var value = new byte[length];
        System.arraycopy(before, 0, value, 0, before.length);
        System.arraycopy(DATA, 0, value, before.length, DATA.length);
        entry.data().getBytes(value, before.length + DATA.length);
        System.arraycopy(END, 0, value, length - END.length, END.length);
        return value;
    }

    private static byte[] withDataReference(byte[] before, RelayedEntry entry) {
        var reference = new StringBuilder();
        appendMember(reference, "dataref", dataUrl(entry));
        var suffix = utf8(reference.append('}').toString());
        return ByteBuffer.allocate(before.length + suffix.length)
                .put(before)
                .put(suffix)
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String dataUrl(RelayedEntry entry) {
        return "/v1/territories/" + entry.territory() + "/log?after=" + (entry.position() - 1) + "&limit=1";
    }
}
