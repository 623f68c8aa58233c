package org.bitacora.application.intake;

import jakarta.inject.Singleton;
import java.util.Map;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;

/** Parses a single event in the encodings of all channels. */
@Singleton
public class EventParser {

    private final IntakeConfiguration limits;

    EventParser(IntakeConfiguration limits) {
        this.limits = limits;
    }

    /** Parses an event in structured mode: one JSON text. */
    public ParsedEvent parseStructured(byte[] body) {
        return isTooLarge(body) ? tooLarge() : CloudEventReader.readStructured(body);
    }

    /** Parses an event in binary mode: its attributes by name, and its data as JSON text. */
    public ParsedEvent parseBinary(Map<String, String> attributes, byte[] body) {
        return isTooLarge(body) ? tooLarge() : CloudEventReader.readBinary(attributes, body);
    }

    private boolean isTooLarge(byte[] body) {
        return body.length > limits.eventBytes();
    }

    private ParsedEvent tooLarge() {
        return new ParsedEvent.InvalidEvent(
                new Refusal.TooLarge(Detail.of("The event must not be larger than {0} bytes.", limits.eventBytes())));
    }
}
