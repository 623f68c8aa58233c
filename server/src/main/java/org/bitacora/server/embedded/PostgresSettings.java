package org.bitacora.server.embedded;

/** How the embedded PostgreSQL is set up: durable before all else, and modest enough for a small machine. */
final class PostgresSettings {
    private PostgresSettings() {}

    /** The content of {@code postgresql.conf}, written anew at each start. */
    static final String POSTGRESQL_CONF = """
            # Written by Bitácora at each start: a change here is lost, one by ALTER SYSTEM is kept.
            max_connections = 60
            shared_buffers = 256MB
            maintenance_work_mem = 128MB
            effective_cache_size = 1GB
            random_page_cost = 1.1
            jit = off
            autovacuum = on

            # Checkpoints are rare and the log of changes compressed, which spares the disk; 2 GB bound the recovery.
            wal_compression = on
            max_wal_size = 2GB
            min_wal_size = 256MB
            checkpoint_timeout = 15min

            # Instants and messages do not depend on the machine.
            timezone = 'UTC'
            log_timezone = 'UTC'
            datestyle = 'iso, ymd'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'

            # Bitácora keeps the log small; what an error quotes of a row may name a person and stays out of it.
            logging_collector = off
            log_checkpoints = off
            log_error_verbosity = terse
            """;

    /** The content of {@code pg_hba.conf}: from this machine only, and with the password. */
    static final String PG_HBA_CONF = """
            # Written by Bitácora at each start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** What no file and no ALTER SYSTEM may change, as the command line has the last word. */
    static String commandLine(int port) {
        return "-p " + port
                + " -c listen_addresses=" + PostgresServer.HOST
                + " -c unix_socket_directories="
                + " -c fsync=on -c full_page_writes=on -c synchronous_commit=on";
    }
}
