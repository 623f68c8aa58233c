package org.bitacora.server.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.bitacora.server.embedded.Opening.Opened;
import org.bitacora.server.embedded.Opening.Refused;

/** What {@link OtherJvm} runs: opens a data directory, starts the server, says so and stays. */
final class ServerMain {
    private ServerMain() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        switch (DataDirectory.open(Path.of(arguments[0]))) {
            case Opened(DataDirectory data) -> {
                PostgresServer server = PostgresServer.start(data);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                System.out.println("ready " + server.port() + " " + server.password() + " " + server.pid());
                new CountDownLatch(1).await();
            }
            case Refused refused -> System.out.println("refused " + refused.message());
        }
    }
}
