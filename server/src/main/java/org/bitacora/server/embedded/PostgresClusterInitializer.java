package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Creates a cluster with a user, a password and an empty database under a temporary name, and renames it when it is
 * complete.
 */
final class PostgresClusterInitializer {
    private static final Logger LOG = Logger.getLogger(PostgresClusterInitializer.class);
    private static final int PASSWORD_BYTES = 32;

    private PostgresClusterInitializer() {}

    static void create(Path directory, PostgresBinaries postgresBinaries) throws IOException {
        LOG.infof("Creating a new database in %s", directory);
        Path temporary = directory.resolveSibling("cluster.making");
        removeLeftovers(temporary);
        String password = newPassword();
        initialise(temporary, password, postgresBinaries);
        DurableFiles.write(temporary.resolve(PostgresCluster.PASSWORD_FILE), password + "\n");
        Files.deleteIfExists(directory);
        DurableFiles.moveDurably(temporary, directory);
    }

    /** Removes an incomplete cluster left by a killed process, whose initdb may still be running. */
    private static void removeLeftovers(Path temporary) throws IOException {
        ServerProcesses.ofPostgres(temporary).terminateAll();
        DurableFiles.delete(temporary);
        DurableFiles.createPrivateFolder(temporary);
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void initialise(Path temporary, String password, PostgresBinaries postgresBinaries)
            throws IOException {
        postgresBinaries.runOrFail(temporary, password + "\n", "initdb", initdbArguments(temporary));
        postgresBinaries.runOrFail(
                temporary,
                "CREATE DATABASE " + PostgresServer.DATABASE + "\n",
                "postgres",
                List.of("--single", "-D", temporary.toString(), "postgres"));
    }

    /**
     * Returns the arguments of initdb: UTF-8, and text sorted by code point, independently of the locale of the
     * machine.
     */
    private static List<String> initdbArguments(Path temporary) {
        return List.of(
                "--pgdata=" + temporary,
                "--username=" + PostgresServer.USER,
                "--pwfile=/dev/stdin",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
    }
}
