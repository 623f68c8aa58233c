package org.bitacora.server.embedded;

/** The settings of the embedded PostgreSQL: durability first, and moderate use of a small machine. */
final class PostgresSettings {
    private PostgresSettings() {}

    /** The content of {@code postgresql.conf}, rewritten at each start. */
    static final String POSTGRESQL_CONF = """
            # Rewritten by Bitácora at each start. Changes in this file are lost; changes by ALTER SYSTEM are kept.
            max_connections = 60
            shared_buffers = 256MB
            maintenance_work_mem = 128MB
            effective_cache_size = 1GB
            random_page_cost = 1.1
            jit = off
            autovacuum = on

            # Rare checkpoints and a compressed WAL save disk writes; the limit of 2 GB bounds the recovery time.
            wal_compression = on
            max_wal_size = 2GB
            min_wal_size = 256MB
            checkpoint_timeout = 15min

            # Time zones and messages do not depend on the machine.
            timezone = 'UTC'
            log_timezone = 'UTC'
            datestyle = 'iso, ymd'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'

            # Bitácora limits the size of the log. Row values in error messages may be personal data and are not logged.
            logging_collector = off
            log_checkpoints = off
            log_error_verbosity = terse
            """;

    /** The content of {@code pg_hba.conf}: connections from this machine only, with the password. */
    static final String PG_HBA_CONF = """
            # Rewritten by Bitácora at each start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /**
     * Returns the settings that neither a file nor ALTER SYSTEM can override, because the command line has priority.
     */
    static String commandLine(int port) {
        return "-p " + port
                + " -c listen_addresses=" + PostgresServer.HOST
                + " -c unix_socket_directories="
                + " -c fsync=on -c full_page_writes=on -c synchronous_commit=on";
    }
}
