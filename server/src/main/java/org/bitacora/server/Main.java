package org.bitacora.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bitacora.server.configuration.Database;
import org.bitacora.server.configuration.Launch;
import org.bitacora.server.configuration.Prepared;
import org.bitacora.server.embedded.DataDirectory;
import org.bitacora.server.embedded.KafkaServer;
import org.bitacora.server.embedded.Opening;
import org.bitacora.server.embedded.PostgresServer;
import org.bitacora.server.embedded.ServerUnavailable;
import org.jspecify.annotations.Nullable;

/** Starts the servers that are wanted and not named, then the application; stops them the other way round. */
@QuarkusMain
public final class Main {

    private static final int STOP_SECONDS = 30;

    /** Each is flushed by itself, and one machine reads them all. */
    private static final String OWN_PARTITIONS = "2";

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger exit = new AtomicInteger();

    /** How to close what was opened and started, the last first. */
    private final Deque<Runnable> servers = new ConcurrentLinkedDeque<>();

    private volatile boolean isRunning;

    private Main() {}

    /** Runs until a signal; exits with 1 and a message where it cannot start. */
    public static void main(String... args) {
        var launch = Launch.of(System.getenv(), List.of(args));
        launch.fault().ifPresent(Main::fail);
        switch (DataDirectory.open(launch.data())) {
            case Opening.Refused refused -> fail(refused.message());
            case Opening.Opened(DataDirectory data) -> new Main().run(launch, data, args);
        }
    }

    private void run(Launch launch, DataDirectory data, String... args) {
        System.setProperty("bitacora.data", data.path().toString());
        stopLast(data);
        var database = launch.outside().orElseGet(() -> database(data));
        if (Prepared.of(database, launch.unsafe()) instanceof Prepared.Unfit(var message)) {
            fail(message);
        }
        database.announce();
        launch.kafka().ifPresentOrElse(kafka -> broker(data, kafka), () -> KafkaServer.endLeftOver(data));
        isRunning = true;
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

    private Database database(DataDirectory data) {
        var server = started(() -> PostgresServer.start(data), PostgresServer::close);
        return new Database(server.jdbcUrl(), server.reactiveUrl(), server.user(), server.password());
    }

    private void broker(DataDirectory data, Launch.Kafka kafka) {
        var server = started(() -> KafkaServer.start(data, kafka.libraries(), kafka.port()), KafkaServer::close);
        System.setProperty("bitacora.kafka.brokers", server.brokers());
        System.setProperty("bitacora.own-kafka.partitions", OWN_PARTITIONS);
    }

    private <T> T started(Supplier<T> start, Consumer<T> close) {
        try {
            var server = start.get();
            servers.addFirst(() -> close.accept(server));
            return server;
        } catch (ServerUnavailable e) {
            fail(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void stopLast(DataDirectory data) {
        servers.addFirst(data::close);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-servers"));
    }

    /** They outlive the application, so that what it still has in hand is committed. */
    private void stop() {
        try {
            if (isRunning && !stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("bitacora: the application took too long to stop; its servers are stopped now.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        servers.forEach(Main::stop);
    }

    /** Whatever becomes of one, the others are stopped too. */
    private static void stop(Runnable close) {
        try {
            close.run();
        } catch (RuntimeException e) {
            System.err.println("bitacora: " + e.getMessage());
        }
    }

    private static void fail(String message) {
        System.err.println("bitacora: " + message);
        System.exit(1);
    }
}
