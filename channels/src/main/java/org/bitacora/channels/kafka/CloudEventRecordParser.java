package org.bitacora.channels.kafka;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bitacora.application.intake.EventParser;
import org.bitacora.application.intake.ParsedEvent;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;

/**
 * Parses records of the Kafka protocol binding of CloudEvents 1.0.2, in structured mode or in binary mode with
 * attributes in headers. A record without headers for either mode is parsed as structured, because some tools set no
 * headers.
 */
@Singleton
class CloudEventRecordParser {

    static final String CONTENT_TYPE = "content-type";
    private static final String CLOUD_EVENTS = "application/cloudevents";
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String ATTRIBUTE = "ce_";

    private final EventParser eventParser;

    CloudEventRecordParser(EventParser eventParser) {
        this.eventParser = eventParser;
    }

    /** Returns the header value that marks a record as structured. */
    static byte[] structuredContentType() {
        return (STRUCTURED + "; charset=UTF-8").getBytes(StandardCharsets.US_ASCII);
    }

    /** Parses a record. */
    ParsedEvent parse(ConsumerRecord<byte[], byte[]> record) {
        var headers = headers(record);
        var type = headers.getOrDefault(CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
        if (type.startsWith(CLOUD_EVENTS)) {
            return type.split(";", 2)[0].strip().equals(STRUCTURED)
                    ? parseStructured(record)
                    : unreadable(Detail.of("The only supported structured format is {0}, not {1}.", STRUCTURED, type));
        }
        var attributes = attributes(headers);
        return attributes.isEmpty() ? parseStructured(record) : parseBinary(attributes, record);
    }

    private ParsedEvent parseStructured(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null
                ? unreadable(Detail.of("The Kafka record has no value."))
                : eventParser.parseStructured(record.value());
    }

    /** An event in binary mode may have no data, for example a cancellation; the record then has no value. */
    private ParsedEvent parseBinary(Map<String, String> attributes, ConsumerRecord<byte[], byte[]> record) {
        return eventParser.parseBinary(attributes, record.value() == null ? new byte[0] : record.value());
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

    static ParsedEvent unreadable(Detail detail) {
        return new ParsedEvent.InvalidEvent(new Refusal.Unreadable(List.of(new Violation(Pointer.ROOT, detail))));
    }
}
