package org.bitacora.exchange.archive;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large an archive may be. */
@ConfigMapping(prefix = "bitacora.archive")
public interface ArchiveConfiguration {

    /** The bytes of an archive that is taken. */
    @WithDefault("4G")
    MemorySize bytes();
}
