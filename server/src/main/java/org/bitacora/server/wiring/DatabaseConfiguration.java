package org.bitacora.server.wiring;

import io.smallrye.config.ConfigMapping;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.Optional;
import org.bitacora.eventlog.postgres.LogPool;
import org.bitacora.server.configuration.DatabaseAddress;

/** The database connection, published at startup ({@link DatabaseAddress#publishAsSystemProperties}). */
@ConfigMapping(prefix = "bitacora.database")
public interface DatabaseConfiguration {

    /** The URL for the reactive client. */
    String reactiveUrl();

    /** The role. */
    String user();

    /** The password; empty if the role needs none. */
    Optional<String> password();

    /** Creates a pool for the log and its readers; {@code options} is appended to the URL. */
    default Pool createPool(Vertx vertx, String options, int size) {
        return LogPool.create(vertx, reactiveUrl() + options, user(), password().orElse(""), size);
    }
}
