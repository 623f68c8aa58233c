package org.bitacora.application.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is taken at once. */
@ConfigMapping(prefix = "bitacora.intake")
public interface IntakeConfiguration {

    /** The bytes of one event. */
    @WithDefault("1048576")
    int eventBytes();

    /** The bytes of a batch; below the server's own limit, {@code quarkus.http.limits.max-body-size}. */
    @WithDefault("8388608")
    int batchBytes();

    /** The events of a batch. */
    @WithDefault("1000")
    int batchEvents();
}
