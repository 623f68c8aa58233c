package org.bitacora.server.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.bitacora.server.embedded.OpenResult.DirectoryOpened;
import org.bitacora.server.embedded.OpenResult.DirectoryRefused;

/** The program of {@link ForkedServer}: opens a data directory, starts the server, prints its address and waits. */
final class ForkedServerMain {
    private ForkedServerMain() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        switch (DataDirectory.open(Path.of(arguments[0]))) {
            case DirectoryOpened(DataDirectory data) -> {
                PostgresServer server = PostgresServer.start(data);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                System.out.println("ready " + server.port() + " " + server.password() + " " + server.pid());
                new CountDownLatch(1).await();
            }
            case DirectoryRefused directoryRefused -> System.out.println("refused " + directoryRefused.message());
        }
    }
}
