package org.bitacora.channels.kafka;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bitacora.application.intake.Receiving;
import org.bitacora.application.intake.Sent;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/**
 * Reads records as the Kafka binding of CloudEvents (1.0.2) has them: structured, or binary with the attributes in
 * headers. One that says nothing about its mode is taken for structured, as tools send it that set no headers.
 */
@Singleton
class CloudEventRecords {

    static final String CONTENT_TYPE = "content-type";
    private static final String CLOUD_EVENTS = "application/cloudevents";
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String ATTRIBUTE = "ce_";

    private final Receiving receiving;

    CloudEventRecords(Receiving receiving) {
        this.receiving = receiving;
    }

    /** The value of the header of a record in structured mode. */
    static byte[] structured() {
        return (STRUCTURED + "; charset=UTF-8").getBytes(StandardCharsets.US_ASCII);
    }

    /** What a record says. */
    Sent read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return unreadable("A record without a value says nothing.");
        }
        var headers = headers(record);
        var type = headers.getOrDefault(CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
        if (type.startsWith(CLOUD_EVENTS)) {
            return type.split(";", 2)[0].strip().equals(STRUCTURED)
                    ? receiving.structured(record.value())
                    : unreadable("Of the structured formats " + STRUCTURED + " is read here.");
        }
        var attributes = attributes(headers);
        return attributes.isEmpty()
                ? receiving.structured(record.value())
                : receiving.binary(attributes, record.value());
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        for (var header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    private static Map<String, String> attributes(Map<String, String> headers) {
        var attributes = new HashMap<String, String>();
        headers.forEach((name, value) -> {
            if (name.startsWith(ATTRIBUTE)) {
                attributes.put(name.substring(ATTRIBUTE.length()), value);
            }
        });
        var type = headers.get(CONTENT_TYPE);
        if (type != null && !attributes.isEmpty()) {
            attributes.put("datacontenttype", type);
        }
        return attributes;
    }

    static Sent unreadable(String detail) {
        return new Sent.Garbled(new Refusal.Unreadable(List.of(new Violation(Pointer.ROOT, detail))));
    }
}
