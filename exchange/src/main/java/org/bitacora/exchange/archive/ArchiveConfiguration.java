package org.bitacora.exchange.archive;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of archives. */
@ConfigMapping(prefix = "bitacora.archive")
public interface ArchiveConfiguration {

    /** The largest archive that is accepted, in bytes. */
    @WithDefault("4G")
    MemorySize bytes();
}
