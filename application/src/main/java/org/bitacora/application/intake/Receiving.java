package org.bitacora.application.intake;

import jakarta.inject.Singleton;
import java.util.Map;
import org.bitacora.domain.refusal.Refusal;

/** Reads one event as any channel brings it. */
@Singleton
public class Receiving {

    private final IntakeLimits limits;

    Receiving(IntakeLimits limits) {
        this.limits = limits;
    }

    /** An event in structured mode: one JSON text. */
    public Sent structured(byte[] body) {
        return isTooLarge(body) ? tooLarge() : CloudEventReader.structured(body);
    }

    /** An event in binary mode: its attributes by their names, and its data as JSON text. */
    public Sent binary(Map<String, String> attributes, byte[] body) {
        return isTooLarge(body) ? tooLarge() : CloudEventReader.binary(attributes, body);
    }

    private boolean isTooLarge(byte[] body) {
        return body.length > limits.eventBytes();
    }

    private Sent tooLarge() {
        return new Sent.Garbled(new Refusal.TooLarge("An event has at most " + limits.eventBytes() + " bytes."));
    }
}
