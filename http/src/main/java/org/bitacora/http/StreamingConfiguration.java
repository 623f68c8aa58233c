package org.bitacora.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of streamed responses. */
@ConfigMapping(prefix = "bitacora.streaming")
interface StreamingConfiguration {

    /** Returns the maximum number of concurrent streamed responses. Each response occupies a thread. */
    @WithDefault("12")
    int atOnce();
}
