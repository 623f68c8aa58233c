package org.bitacora.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server shared by tests that do not change it; it ends with the process. */
final class SharedServer {
    private static final DataDirectory DIRECTORY = DirectoryFixtures.opened(DirectoryFixtures.usedOnce(temporary()));
    private static final PostgresServer SERVER = PostgresServer.start(DIRECTORY);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SharedServer::end));
    }

    private SharedServer() {}

    static DataDirectory directory() {
        return DIRECTORY;
    }

    static PostgresServer server() {
        return SERVER;
    }

    static SqlClient sql() {
        return SqlClient.on(SERVER);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("shared-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end() {
        SERVER.close();
        DIRECTORY.close();
        DirectoryCleaner.delete(DIRECTORY.path());
    }
}
