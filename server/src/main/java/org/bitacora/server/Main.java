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

/** Starts the embedded servers that the options require, then the application, and stops them in reverse order. */
@QuarkusMain
public final class Main {

    private static final int STOP_SECONDS = 30;

    /**
     * The number of partitions per topic of the embedded broker. Every partition is flushed separately, and a single
     * machine reads all of them.
     */
    private static final String OWN_PARTITIONS = "2";

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger exit = new AtomicInteger();

    /** The actions that close the opened resources, last opened first. */
    private final Deque<Runnable> servers = new ConcurrentLinkedDeque<>();

    private volatile boolean isRunning;

    private Main() {}

    /** Runs until a signal. Exits with status 1 and a message if the application cannot start. */
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
            failure.printStackTrace(); // logging is already shut down
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

    /** Stops the servers after the application has stopped, so that its pending work is committed. */
    private void stop() {
        try {
            if (isRunning && !stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "bitacora: the application did not stop within " + STOP_SECONDS + " s; stopping its servers.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        servers.forEach(Main::stop);
    }

    /** Closes one resource. A failure does not keep the others from being closed. */
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
