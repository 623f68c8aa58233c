package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The databases on disk: one folder, that PostgreSQL calls a cluster. It gets its name only when it is whole, so one
 * that has the name is never made again, whatever is wrong with it.
 */
record PostgresCluster(Path directory, String password) {
    static final String PASSWORD_FILE = "bitacora.password";

    /** The one in {@code folder}, made where there is none. */
    static PostgresCluster openOrCreate(Path folder, PostgresBinaries postgresBinaries) throws IOException {
        Path directory = folder.resolve("cluster");
        if (isAbsent(directory)) {
            PostgresClusterInitializer.create(directory, postgresBinaries);
        }
        checkVersion(directory);
        // Real, as the working directory of its processes is: somebody may have moved it to another disk by a link.
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
                    "The database in " + directory + " has lost its file PG_VERSION: it is damaged."
                            + " Nothing was changed. Put a copy of it back, or move it away to begin anew.");
        }
        String version = Files.readString(file).strip();
        if (!version.equals(PostgresBinaries.MAJOR)) {
            throw new ServerUnavailableException("The database in " + directory + " belongs to PostgreSQL " + version
                    + ", and this is PostgreSQL " + PostgresBinaries.MAJOR + ". Nothing was changed."
                    + " Bring it over with pg_upgrade, or start the Bitácora that it belongs to.");
        }
    }

    private static String readPassword(Path directory) throws IOException {
        Path file = directory.resolve(PASSWORD_FILE);
        if (!Files.exists(file)) {
            throw new ServerUnavailableException("The file " + file + " with the password of the database is missing."
                    + " Nothing was changed. Put it back from a copy.");
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
