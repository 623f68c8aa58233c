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
import org.bitacora.server.configuration.DatabaseAddress;
import org.bitacora.server.configuration.DatabaseReadiness;
import org.bitacora.server.configuration.LaunchOptions;
import org.bitacora.server.embedded.DataDirectory;
import org.bitacora.server.embedded.KafkaServer;
import org.bitacora.server.embedded.OpenResult;
import org.bitacora.server.embedded.PostgresServer;
import org.bitacora.server.embedded.ServerUnavailableException;
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
        var launchOptions = LaunchOptions.parse(System.getenv(), List.of(args));
        launchOptions.configurationError().ifPresent(Main::fail);
        switch (DataDirectory.open(launchOptions.data())) {
            case OpenResult.DirectoryRefused directoryRefused -> fail(directoryRefused.message());
            case OpenResult.DirectoryOpened(DataDirectory data) -> new Main().run(launchOptions, data, args);
        }
    }

    private void run(LaunchOptions launchOptions, DataDirectory data, String... args) {
        System.setProperty("bitacora.data", data.path().toString());
        registerShutdownHook(data);
        var databaseAddress = launchOptions.externalDatabase().orElseGet(() -> startPostgres(data));
        if (DatabaseReadiness.prepare(databaseAddress, launchOptions.allowUnsafeDatabase())
                instanceof DatabaseReadiness.DatabaseNotReady(var message)) {
            fail(message);
        }
        databaseAddress.publishAsSystemProperties();
        launchOptions
                .kafka()
                .ifPresentOrElse(
                        embeddedKafkaOptions -> startKafka(data, embeddedKafkaOptions),
                        () -> KafkaServer.terminateOrphans(data));
        isRunning = true;
        Quarkus.run(BitacoraApplication.class, this::recordExit, args);
        System.exit(exit.get());
    }

    private void recordExit(int code, @Nullable Throwable failure) {
        if (failure != null) {
            failure.printStackTrace(); // logging has ended by now
        }
        exit.set(code);
        stopped.countDown();
    }

    private DatabaseAddress startPostgres(DataDirectory data) {
        var server = startServer(() -> PostgresServer.start(data), PostgresServer::close);
        return new DatabaseAddress(server.jdbcUrl(), server.reactiveUrl(), server.user(), server.password());
    }

    private void startKafka(DataDirectory data, LaunchOptions.EmbeddedKafkaOptions embeddedKafkaOptions) {
        var server = startServer(
                () -> KafkaServer.start(data, embeddedKafkaOptions.libraries(), embeddedKafkaOptions.port()),
                KafkaServer::close);
        System.setProperty("bitacora.kafka.brokers", server.brokers());
        System.setProperty("bitacora.own-kafka.partitions", OWN_PARTITIONS);
    }

    private <T> T startServer(Supplier<T> start, Consumer<T> close) {
        try {
            var server = start.get();
            servers.addFirst(() -> close.accept(server));
            return server;
        } catch (ServerUnavailableException e) {
            fail(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void registerShutdownHook(DataDirectory data) {
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
