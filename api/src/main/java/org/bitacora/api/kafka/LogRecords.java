package org.bitacora.api.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bitacora.domain.json.Quoted;
import org.bitacora.eventlog.Entry;

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

    ProducerRecord<byte[], byte[]> of(Entry entry) {
        var key = entry.territory().getBytes(StandardCharsets.UTF_8);
        var value = text(entry, true).getBytes(StandardCharsets.UTF_8);
        if (value.length > largest - AROUND) {
            value = text(entry, false).getBytes(StandardCharsets.UTF_8);
        }
        return new ProducerRecord<>(topic, null, entry.recordedAt().toEpochMilli(), key, value, headers());
    }

    private static Headers headers() {
        return new RecordHeaders().add(CloudEventRecords.CONTENT_TYPE, CloudEventRecords.structured());
    }

    private static String text(Entry entry, boolean whole) {
        var out = new StringBuilder(entry.data().length() + 512).append("{\"specversion\":\"1.0\"");
        text(out, "id", entry.key().id());
        text(out, "source", entry.key().source());
        text(out, "type", entry.type());
        text(out, "subject", entry.subject());
        entry.time().ifPresent(it -> text(out, "time", it.toString()));
        text(out, "territory", entry.territory());
        out.append(",\"position\":").append(entry.position());
        text(out, "recordedtime", entry.recordedAt().toString());
        text(out, "postedby", entry.postedBy());
        if (whole) {
            text(out, "datacontenttype", "application/json");
            out.append(",\"data\":").append(entry.data());
        } else {
            text(out, "dataref", where(entry));
        }
        return out.append('}').toString();
    }

    private static void text(StringBuilder out, String name, String value) {
        out.append(",\"").append(name).append("\":");
        Quoted.write(out, value);
    }

    private static String where(Entry entry) {
        return "/v1/territories/" + entry.territory() + "/log?after=" + (entry.position() - 1) + "&limit=1";
    }
}
