package org.bitacora.server.configuration;

import java.sql.SQLException;
import org.bitacora.eventlog.postgres.Durability;
import org.bitacora.eventlog.postgres.Schema;
import org.flywaydb.core.api.FlywayException;

/** Whether a database can be used: reachable, durable, and with the tables of this release. */
public sealed interface Prepared {

    /** It can. */
    record Ready() implements Prepared {}

    /** It cannot; the message says why and what to do. */
    record Unfit(String message) implements Prepared {}

    /** Looks at a database and migrates it. */
    static Prepared of(Database database, boolean unsafe) {
        try {
            var off = Durability.missing(database.jdbcUrl(), database.user(), database.password());
            if (!off.isEmpty() && !unsafe) {
                return new Unfit("This PostgreSQL would lose acknowledged events in a crash: " + String.join(", ", off)
                        + " is off. Turn it on, or set BITACORA_ALLOW_UNSAFE_DATABASE=true for a trial.");
            }
            Schema.migrate(database.jdbcUrl(), database.user(), database.password());
            return new Ready();
        } catch (SQLException e) {
            return new Unfit("The database does not answer: " + e.getMessage());
        } catch (FlywayException e) {
            return new Unfit("The tables could not be brought to this release: " + e.getMessage());
        }
    }
}
