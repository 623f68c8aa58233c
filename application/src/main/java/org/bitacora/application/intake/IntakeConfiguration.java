package org.bitacora.application.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Size limits of submitted events. */
@ConfigMapping(prefix = "bitacora.intake")
public interface IntakeConfiguration {

    /** Returns the maximum size of one event in bytes. */
    @WithDefault("1048576")
    int eventBytes();

    /**
     * Returns the maximum size of a batch in bytes. It must be below the limit of the server, {@code
     * quarkus.http.limits.max-body-size}.
     */
    @WithDefault("8388608")
    int batchBytes();

    /** Returns the maximum number of events in a batch. */
    @WithDefault("1000")
    int batchEvents();
}
