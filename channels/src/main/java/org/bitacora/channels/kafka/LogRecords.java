package org.bitacora.channels.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bitacora.domain.json.Quoted;
import org.bitacora.projections.relay.Handed;

/**
 * Entries as records of the topic of the log: CloudEvents 1.0 in structured mode, keyed by their territory. What was sent
 * stands as it was sent; what the log adds are extension attributes. Data that are too long for the topic stay away, and
 * {@code dataref} says where they are (CloudEvents, extension "claim check").
 *
 * @param topic the topic
 * @param largest the bytes that a record may have
 */
record LogRecords(String topic, int largest) {

    /** What Kafka adds to the bytes of a value, amply. */
    private static final int AROUND = 2_048;

    private static final byte[] DATA = utf8(",\"datacontenttype\":\"application/json\",\"data\":");
    private static final byte[] END = utf8("}");
    private static final byte[] STRUCTURED = CloudEventRecords.structured();

    ProducerRecord<byte[], byte[]> of(Handed entry) {
        var key = entry.territory().getBytes(StandardCharsets.UTF_8);
        var before = before(entry);
        int length = before.length + DATA.length + entry.data().length() + END.length;
        var value = length > largest - AROUND ? referring(before, entry) : whole(before, entry, length);
        return new ProducerRecord<>(topic, null, key, value, headers());
    }

    private static Headers headers() {
        return new RecordHeaders().add(CloudEventRecords.CONTENT_TYPE, STRUCTURED);
    }

    /** What comes before the data. */
    private static byte[] before(Handed entry) {
        var out = new StringBuilder(512).append("{\"specversion\":\"1.0\"");
        text(out, "id", entry.key().id());
        text(out, "source", entry.key().source());
        text(out, "type", entry.type());
        text(out, "subject", entry.subject());
        entry.time().ifPresent(it -> text(out, "time", it.toString()));
        text(out, "territory", entry.territory());
        out.append(",\"position\":").append(entry.position());
        text(out, "recordedtime", entry.recordedAt().toString());
        text(out, "postedby", entry.postedBy());
        return utf8(out.toString());
    }

    private static void text(StringBuilder out, String name, String value) {
        out.append(",\"").append(name).append("\":");
        Quoted.write(out, value);
    }

    private static byte[] whole(byte[] before, Handed entry, int length) {
        var value = new byte[length];
        System.arraycopy(before, 0, value, 0, before.length);
        System.arraycopy(DATA, 0, value, before.length, DATA.length);
        entry.data().getBytes(value, before.length + DATA.length);
        System.arraycopy(END, 0, value, length - END.length, END.length);
        return value;
    }

    private static byte[] referring(byte[] before, Handed entry) {
        var where = new StringBuilder();
        text(where, "dataref", where(entry));
        var rest = utf8(where.append('}').toString());
        return ByteBuffer.allocate(before.length + rest.length)
                .put(before)
                .put(rest)
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String where(Handed entry) {
        return "/v1/territories/" + entry.territory() + "/log?after=" + (entry.position() - 1) + "&limit=1";
    }
}
