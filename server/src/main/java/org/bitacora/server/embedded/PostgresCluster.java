package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The database cluster: the folder with the databases. It gets its final name only when it is complete, so an existing
 * cluster is never created again, even if it is damaged.
 */
record PostgresCluster(Path directory, String password) {
    static final String PASSWORD_FILE = "bitacora.password";

    /** Returns the cluster in {@code folder}, which is created if necessary. */
    static PostgresCluster openOrCreate(Path folder, PostgresBinaries postgresBinaries) throws IOException {
        Path directory = folder.resolve("cluster");
        if (isAbsent(directory)) {
            PostgresClusterInitializer.create(directory, postgresBinaries);
        }
        checkVersion(directory);
        // The real path equals the working directory of the processes even if the folder is a link to another disk.
        PostgresCluster postgresCluster = new PostgresCluster(directory.toRealPath(), readPassword(directory));
        postgresCluster.configure();
        return postgresCluster;
    }

    private static boolean isAbsent(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return true;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private static void checkVersion(Path directory) throws IOException {
        Path file = directory.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new ServerUnavailableException(
                    "The database in " + directory + " is damaged: its file PG_VERSION is missing."
                            + " Nothing was changed. Restore it from a backup, or move it away to start with an empty one.");
        }
        String version = Files.readString(file).strip();
        if (!version.equals(PostgresBinaries.MAJOR)) {
            throw new ServerUnavailableException("The database in " + directory + " belongs to PostgreSQL " + version
                    + ", but this release uses PostgreSQL " + PostgresBinaries.MAJOR + ". Nothing was changed."
                    + " Upgrade it with pg_upgrade, or start the release of Bitácora that created it.");
        }
    }

    private static String readPassword(Path directory) throws IOException {
        Path file = directory.resolve(PASSWORD_FILE);
        if (!Files.exists(file)) {
            throw new ServerUnavailableException("The file " + file + " with the password of the database is missing."
                    + " Nothing was changed. Restore it from a backup.");
        }
        return Files.readString(file).strip();
    }

    private void configure() throws IOException {
        DurableFiles.write(directory.resolve("postgresql.conf"), PostgresSettings.POSTGRESQL_CONF);
        DurableFiles.write(directory.resolve("pg_hba.conf"), PostgresSettings.PG_HBA_CONF);
    }

    Path pidFile() {
        return directory.resolve("postmaster.pid");
    }
}
