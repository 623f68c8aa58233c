package org.bitacora.eventlog.postgres;

import org.flywaydb.core.Flyway;

/** The tables of all modules, by Flyway: the migrations that lie in {@code db/migration} on the class path. */
public final class DatabaseSchema {

    private DatabaseSchema() {}

    /** Brings a database to the schema of this release; waits for another node that is at it. */
    public static void migrate(String jdbcUrl, String user, String password) {
        Flyway.configure()
                .dataSource(jdbcUrl, user, password)
                .locations("classpath:db/migration")
                .lockRetryCount(300)
                .load()
                .migrate();
    }
}
