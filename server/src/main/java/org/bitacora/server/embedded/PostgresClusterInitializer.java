package org.bitacora.server.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes a cluster beside its place, with a user, a password and an empty database, and moves it there when whole. */
final class PostgresClusterInitializer {
    private static final Logger LOG = Logger.getLogger(PostgresClusterInitializer.class);
    private static final int PASSWORD_BYTES = 32;

    private PostgresClusterInitializer() {}

    static void create(Path directory, PostgresBinaries postgresBinaries) throws IOException {
        LOG.infof("Making a new database in %s", directory);
        Path making = directory.resolveSibling("cluster.making");
        removeLeftovers(making);
        String password = newPassword();
        initialise(making, password, postgresBinaries);
        DurableFiles.write(making.resolve(PostgresCluster.PASSWORD_FILE), password + "\n");
        Files.deleteIfExists(directory);
        DurableFiles.moveDurably(making, directory);
    }

    /** A process killed in the midst of this leaves a part of a cluster, and perhaps an initdb still at work on it. */
    private static void removeLeftovers(Path making) throws IOException {
        ServerProcesses.ofPostgres(making).terminateAll();
        DurableFiles.delete(making);
        DurableFiles.createPrivateFolder(making);
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void initialise(Path making, String password, PostgresBinaries postgresBinaries) throws IOException {
        postgresBinaries.runOrFail(making, password + "\n", "initdb", initdbArguments(making));
        postgresBinaries.runOrFail(
                making,
                "CREATE DATABASE " + PostgresServer.DATABASE + "\n",
                "postgres",
                List.of("--single", "-D", making.toString(), "postgres"));
    }

    /** UTF-8, and text in the order of its code points, whatever this machine's locale is or becomes. */
    private static List<String> initdbArguments(Path making) {
        return List.of(
                "--pgdata=" + making,
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
