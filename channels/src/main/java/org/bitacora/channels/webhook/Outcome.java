package org.bitacora.channels.webhook;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt. */
sealed interface Outcome {

    /** The receiver has answered. */
    record Answered(int status, Optional<Duration> retryAfter) implements Outcome {

        boolean isTaken() {
            return status >= 200 && status < 300;
        }

        /** It wants no more, ever. */
        boolean isGone() {
            return status == 410;
        }
    }

    /** It was not reached: not-allowed, not-resolved, timeout, not-connected, too-many-redirects. */
    record Unreached(String problem) implements Outcome {}
}
