package org.bitacora.api;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitacora.api.assembly.Database;
import org.bitacora.api.assembly.Launch;
import org.bitacora.api.assembly.Prepared;
import org.bitacora.api.embedded.DataDirectory;
import org.bitacora.api.embedded.Opening;
import org.bitacora.api.embedded.PostgresServer;
import org.bitacora.api.embedded.PostgresUnavailable;
import org.jspecify.annotations.Nullable;

/** Starts the database where none is named, then the application; stops them the other way round. */
@QuarkusMain
public final class Main {

    private static final int STOP_SECONDS = 30;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger exit = new AtomicInteger();

    private Main() {}

    /** Runs until a signal; exits with 1 and a message where it cannot start. */
    public static void main(String... args) {
        var launch = Launch.of(System.getenv());
        switch (DataDirectory.open(launch.data())) {
            case Opening.Refused refused -> fail(refused.message());
            case Opening.Opened(DataDirectory data) -> new Main().run(launch, data, args);
        }
    }

    private void run(Launch launch, DataDirectory data, String... args) {
        System.setProperty("bitacora.data", data.path().toString());
        var database = launch.outside().orElseGet(() -> embedded(data));
        if (Prepared.of(database, launch.unsafe()) instanceof Prepared.Unfit(var message)) {
            fail(message);
        }
        database.announce();
        Quarkus.run(Application.class, this::ended, args);
        System.exit(exit.get());
    }

    private void ended(int code, @Nullable Throwable failure) {
        if (failure != null) {
            failure.printStackTrace(); // logging has ended by now
        }
        exit.set(code);
        stopped.countDown();
    }

    private Database embedded(DataDirectory data) {
        try {
            var server = PostgresServer.start(data);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data), "stop-postgres"));
            return new Database(server.jdbcUrl(), server.reactiveUrl(), server.user(), server.password());
        } catch (PostgresUnavailable e) {
            fail(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** The database outlives the application, so that what it still has in hand is committed. */
    private void stop(PostgresServer server, DataDirectory data) {
        try {
            if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("bitacora: the application took too long to stop; PostgreSQL is stopped now.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        server.close();
        data.close();
    }

    private static void fail(String message) {
        System.err.println("bitacora: " + message);
        System.exit(1);
    }
}
