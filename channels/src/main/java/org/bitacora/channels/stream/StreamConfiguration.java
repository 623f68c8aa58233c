package org.bitacora.channels.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of streams. */
@ConfigMapping(prefix = "bitacora.stream")
interface StreamConfiguration {

    /** The maximum number of open streams on this node. */
    @WithDefault("2000")
    int most();

    /** The maximum number of territories of a stream. */
    @WithDefault("50")
    int territories();

    /** The idle time after which a stream sends a heartbeat. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How long a client may leave a chunk unread before it is disconnected. */
    @WithDefault("PT30S")
    Duration patience();
}
