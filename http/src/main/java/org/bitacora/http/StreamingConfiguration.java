package org.bitacora.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is sent that takes long. */
@ConfigMapping(prefix = "bitacora.streaming")
interface StreamingConfiguration {

    /** The answers that are sent at once, each on a thread of its own. */
    @WithDefault("12")
    int atOnce();
}
