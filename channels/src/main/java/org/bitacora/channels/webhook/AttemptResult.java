package org.bitacora.channels.webhook;

import java.time.Duration;
import java.util.Optional;

/** The result of a delivery attempt. */
sealed interface AttemptResult {

    /** The receiver responded. */
    record ReceiverResponse(int status, Optional<Duration> retryAfter) implements AttemptResult {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Returns whether the receiver ended the subscription (410). */
        boolean isGone() {
            return status == 410;
        }
    }

    /**
     * No response was received. The problem is one of not-allowed, not-resolved, timeout, not-connected,
     * too-many-redirects.
     */
    record TransportFailure(String problem) implements AttemptResult {}
}
