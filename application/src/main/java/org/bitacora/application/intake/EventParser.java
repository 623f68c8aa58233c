package org.bitacora.application.intake;

import jakarta.inject.Singleton;
import java.util.Map;
import org.bitacora.domain.refusal.Refusal;

/** Reads one event as any channel brings it. */
@Singleton
public class EventParser {

    private final IntakeConfiguration limits;

    EventParser(IntakeConfiguration limits) {
        this.limits = limits;
    }

    /** An event in structured mode: one JSON text. */
    public ParsedEvent parseStructured(byte[] body) {
        return isTooLarge(body) ? tooLarge() : CloudEventReader.readStructured(body);
    }

    /** An event in binary mode: its attributes by their names, and its data as JSON text. */
    public ParsedEvent parseBinary(Map<String, String> attributes, byte[] body) {
        return isTooLarge(body) ? tooLarge() : CloudEventReader.readBinary(attributes, body);
    }

    private boolean isTooLarge(byte[] body) {
        return body.length > limits.eventBytes();
    }

    private ParsedEvent tooLarge() {
        return new ParsedEvent.InvalidEvent(
                new Refusal.TooLarge("An event has at most " + limits.eventBytes() + " bytes."));
    }
}
