package org.bitacora.channels.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of streams there may be. */
@ConfigMapping(prefix = "bitacora.stream")
interface StreamConfiguration {

    /** The streams that are open at the same time on this node. */
    @WithDefault("2000")
    int most();

    /** The territories of one stream. */
    @WithDefault("50")
    int territories();

    /** After how long without news a stream says that it is alive. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How long a reader may leave what it was sent unread, before it is dropped. */
    @WithDefault("PT30S")
    Duration patience();
}
