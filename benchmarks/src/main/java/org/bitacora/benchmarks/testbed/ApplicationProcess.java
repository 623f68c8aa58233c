package org.bitacora.benchmarks.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bitacora.benchmarks.progress.MeasurementException;
import org.bitacora.benchmarks.progress.ProgressLog;

/** The application as a child process with its PostgreSQL server, on a free port. */
public final class ApplicationProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LAST_LINES = 30;

    private final Path folder;
    private final int port;
    private final String brokers;
    private final long begin = System.nanoTime();
    private final Process process;

    private ApplicationProcess(
            Path folder, int port, String brokers, List<String> command, Map<String, String> settings)
            throws IOException {
        this.folder = folder;
        this.port = port;
        this.brokers = brokers;
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile(folder).toFile()));
        builder.environment().put("BITACORA_DATA", dataFolder().toString());
        builder.environment().put("BITACORA_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        this.process = builder.start();
    }

    /**
     * Starts the application with its data in {@code folder}, without waiting. With {@code partitions} above 0 it
     * starts a Kafka broker with that number of partitions per topic.
     */
    static ApplicationProcess start(Path folder, int partitions, String adminKey) {
        try {
            int kafka = partitions == 0 ? 0 : freePort();
            var settings = new HashMap<>(Map.of("BITACORA_ADMIN_KEY", adminKey));
            var command = new ArrayList<>(ApplicationHome.startCommand());
            if (kafka != 0) {
                command.add("--kafka");
                settings.putAll(Map.of(
                        "BITACORA_KAFKA_LIBRARIES",
                                ApplicationHome.kafkaLibraries().toString(),
                        "BITACORA_KAFKA_PORT", String.valueOf(kafka),
                        "BITACORA_KAFKA_PARTITIONS", String.valueOf(partitions),
                        "BITACORA_KAFKA_WRITERS_BENCH_SOURCE", GeneratedEvent.SOURCE));
            }
            return new ApplicationProcess(folder, freePort(), "127.0.0.1:" + kafka, command, settings);
        } catch (IOException e) {
            throw new MeasurementException("The application did not start", e);
        }
    }

    /** Starts another node over the database and the Kafka broker of this one. */
    ApplicationProcess startNode(Path other, ApplicationDatabase applicationDatabase, String adminKey) {
        try {
            var settings = Map.of(
                    "BITACORA_ADMIN_KEY",
                    adminKey,
                    "BITACORA_DB_URL",
                    applicationDatabase.url(),
                    "BITACORA_DB_USER",
                    ApplicationDatabase.USER,
                    "BITACORA_DB_PASSWORD",
                    applicationDatabase.password(),
                    "BITACORA_KAFKA",
                    brokers,
                    "BITACORA_KAFKA_WRITERS_BENCH_SOURCE",
                    GeneratedEvent.SOURCE);
            return new ApplicationProcess(
                    Files.createDirectories(other), freePort(), brokers, ApplicationHome.startCommand(), settings);
        } catch (IOException e) {
            throw new MeasurementException("Another node did not start", e);
        }
    }

    /** Kills the process like {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until the application is ready and returns the time since the start of the process. */
    Duration awaitReady() {
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new MeasurementException("The application exited during startup:\n" + lastLogLines(folder));
            }
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new MeasurementException(
                        "The application was not ready after " + PATIENCE + ":\n" + lastLogLines(folder));
            }
            pause();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private boolean isReady() {
        try {
            var url = URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasurementException("Interrupted", e);
        }
    }

    public int port() {
        return port;
    }

    /** Returns the Kafka broker of the application. */
    ApplicationBroker broker() {
        return new ApplicationBroker(brokers);
    }

    public long pid() {
        return process.pid();
    }

    /** Returns the data directory. */
    Path dataFolder() {
        return folder.resolve("data");
    }

    private static Path logFile(Path folder) {
        return folder.resolve("application.log");
    }

    /** Returns the last lines printed by the applications of a folder, without stack frames. */
    static String lastLogLines(Path folder) {
        try (var all = Files.lines(logFile(folder))) {
            var lines = all.filter(line -> !line.startsWith("\tat ")).toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException | UncheckedIOException e) {
            return e.toString();
        }
    }

    /** Stops the application, and with it its PostgreSQL server, like a service manager. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                ProgressLog.print("The application did not stop; killing it.");
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
