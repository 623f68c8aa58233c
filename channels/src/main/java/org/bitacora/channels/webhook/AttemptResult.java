package org.bitacora.channels.webhook;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt. */
sealed interface AttemptResult {

    /** The receiver has answered. */
    record ReceiverResponse(int status, Optional<Duration> retryAfter) implements AttemptResult {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** It wants no more, ever. */
        boolean isGone() {
            return status == 410;
        }
    }

    /** It was not reached: not-allowed, not-resolved, timeout, not-connected, too-many-redirects. */
    record TransportFailure(String problem) implements AttemptResult {}
}
