package org.bitacora.eventlog.postgres;

import org.flywaydb.core.Flyway;

/** The database schema of all modules: the Flyway migrations in {@code db/migration} on the class path. */
public final class DatabaseSchema {

    private DatabaseSchema() {}

    /** Migrates a database to the schema of this release. Waits while another node migrates it. */
    public static void migrate(String jdbcUrl, String user, String password) {
        Flyway.configure()
                .dataSource(jdbcUrl, user, password)
                .locations("classpath:db/migration")
                .lockRetryCount(300)
                .load()
                .migrate();
    }
}
