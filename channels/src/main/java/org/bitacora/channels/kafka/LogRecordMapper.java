package org.bitacora.channels.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bitacora.domain.json.JsonEscaper;
import org.bitacora.projections.relay.RelayedEntry;

/**
 * Entries as records of the topic of the log: CloudEvents 1.0 in structured mode, keyed by their territory. What was sent
 * stands as it was sent; what the log adds are extension attributes. Data that are too long for the topic stay away, and
 * {@code dataref} says where they are (CloudEvents, extension "claim check").
 *
 * @param topic the topic
 * @param maxRecordBytes the bytes that a record may have
 */
record LogRecordMapper(String topic, int maxRecordBytes) {

    /** What Kafka adds to the bytes of a value, amply. */
    private static final int AROUND = 2_048;

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

    /** What comes before the data. */
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
        return utf8(out.toString());
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
        var where = new StringBuilder();
        appendMember(where, "dataref", dataUrl(entry));
        var rest = utf8(where.append('}').toString());
        return ByteBuffer.allocate(before.length + rest.length)
                .put(before)
                .put(rest)
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String dataUrl(RelayedEntry entry) {
        return "/v1/territories/" + entry.territory() + "/log?after=" + (entry.position() - 1) + "&limit=1";
    }
}
