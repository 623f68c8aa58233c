package org.bitacora.server.configuration;

import java.sql.SQLException;
import org.bitacora.eventlog.postgres.DatabaseSchema;
import org.bitacora.eventlog.postgres.DurabilityCheck;
import org.flywaydb.core.api.FlywayException;

/**
 * The result of a database check. A database is usable if it is reachable, durable and migrated to the schema of this
 * release.
 */
public sealed interface DatabaseReadiness {

    /** The database is usable. */
    record DatabaseReady() implements DatabaseReadiness {}

    /** The database is not usable. The message states the reason and what to do. */
    record DatabaseNotReady(String message) implements DatabaseReadiness {}

    /** Checks a database and migrates it. */
    static DatabaseReadiness prepare(DatabaseAddress databaseAddress, boolean unsafe) {
        try {
            var disabled = DurabilityCheck.disabledSettings(
                    databaseAddress.jdbcUrl(), databaseAddress.user(), databaseAddress.password());
            if (!disabled.isEmpty() && !unsafe) {
                return new DatabaseNotReady(
                        "This PostgreSQL may lose acknowledged events in a crash because these settings are off: "
                                + String.join(", ", disabled)
                                + ". Turn them on, or set BITACORA_ALLOW_UNSAFE_DATABASE=true for a trial.");
            }
            DatabaseSchema.migrate(databaseAddress.jdbcUrl(), databaseAddress.user(), databaseAddress.password());
            return new DatabaseReady();
        } catch (SQLException e) {
            return new DatabaseNotReady("Cannot connect to the database: " + e.getMessage());
        } catch (FlywayException e) {
            return new DatabaseNotReady(
                    "The database could not be migrated to the schema of this release: " + e.getMessage());
        }
    }
}
