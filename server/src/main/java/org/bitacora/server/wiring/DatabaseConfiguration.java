package org.bitacora.server.wiring;

import io.smallrye.config.ConfigMapping;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.Optional;
import org.bitacora.eventlog.postgres.LogPool;
import org.bitacora.server.configuration.DatabaseAddress;

/** The database, as the start announced it ({@link DatabaseAddress#publishAsSystemProperties}). */
@ConfigMapping(prefix = "bitacora.database")
public interface DatabaseConfiguration {

    /** Its address, for what does not wait. */
    String reactiveUrl();

    /** The role. */
    String user();

    /** Its password; empty where it needs none. */
    Optional<String> password();

    /** Connections for the log and its followers; {@code options} is what follows the address. */
    default Pool createPool(Vertx vertx, String options, int size) {
        return LogPool.create(vertx, reactiveUrl() + options, user(), password().orElse(""), size);
    }
}
