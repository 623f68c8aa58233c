package org.bitacora.server.configuration;

import java.sql.SQLException;
import org.bitacora.eventlog.postgres.DatabaseSchema;
import org.bitacora.eventlog.postgres.DurabilityCheck;
import org.flywaydb.core.api.FlywayException;

/** Whether a database can be used: reachable, durable, and with the tables of this release. */
public sealed interface DatabaseReadiness {

    /** It can. */
    record DatabaseReady() implements DatabaseReadiness {}

    /** It cannot; the message says why and what to do. */
    record DatabaseNotReady(String message) implements DatabaseReadiness {}

    /** Looks at a database and migrates it. */
    static DatabaseReadiness prepare(DatabaseAddress databaseAddress, boolean unsafe) {
        try {
            var off = DurabilityCheck.disabledSettings(
                    databaseAddress.jdbcUrl(), databaseAddress.user(), databaseAddress.password());
            if (!off.isEmpty() && !unsafe) {
                return new DatabaseNotReady(
                        "This PostgreSQL would lose acknowledged events in a crash: " + String.join(", ", off)
                                + " is off. Turn it on, or set BITACORA_ALLOW_UNSAFE_DATABASE=true for a trial.");
            }
            DatabaseSchema.migrate(databaseAddress.jdbcUrl(), databaseAddress.user(), databaseAddress.password());
            return new DatabaseReady();
        } catch (SQLException e) {
            return new DatabaseNotReady("The database does not answer: " + e.getMessage());
        } catch (FlywayException e) {
            return new DatabaseNotReady("The tables could not be brought to this release: " + e.getMessage());
        }
    }
}
