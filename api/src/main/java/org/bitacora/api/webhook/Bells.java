package org.bitacora.api.webhook;

import jakarta.inject.Singleton;
import org.bitacora.api.assembly.Bell;
import org.bitacora.api.assembly.Leisure;

/** What wakes those who put things into messages, and who delivers these: each has something to do once another is done. */
@Singleton
class Bells {

    private final Bell log = new Bell();
    private final Leisure observations = new Leisure();
    private final Bell deliveries = new Bell();

    Bell log() {
        return log;
    }

    Leisure observations() {
        return observations;
    }

    Bell deliveries() {
        return deliveries;
    }
}
