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
import org.bitacora.benchmarks.progress.Progress;
import org.bitacora.benchmarks.progress.Unmeasurable;

/** A Bitácora of our own: a child process with its PostgreSQL, on a port that was free. */
public final class Application implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LAST_LINES = 30;

    private final Path folder;
    private final int port;
    private final String brokers;
    private final long begin = System.nanoTime();
    private final Process process;

    private Application(Path folder, int port, String brokers, List<String> command, Map<String, String> settings)
            throws IOException {
        this.folder = folder;
        this.port = port;
        this.brokers = brokers;
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(printed(folder).toFile()));
        builder.environment().put("BITACORA_DATA", data().toString());
        builder.environment().put("BITACORA_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        this.process = builder.start();
    }

    /** Starts it with its data in that folder, with a Kafka of so many partitions a topic or without one, and does not wait. */
    static Application start(Path folder, int partitions, String adminKey) {
        try {
            int kafka = partitions == 0 ? 0 : freePort();
            var settings = new HashMap<>(Map.of("BITACORA_ADMIN_KEY", adminKey));
            var command = new ArrayList<>(Home.command());
            if (kafka != 0) {
                command.add("--kafka");
                settings.putAll(Map.of(
                        "BITACORA_KAFKA_LIBRARIES", Home.kafka().toString(),
                        "BITACORA_KAFKA_PORT", String.valueOf(kafka),
                        "BITACORA_KAFKA_PARTITIONS", String.valueOf(partitions),
                        "BITACORA_KAFKA_WRITERS_BENCH_SOURCE", Event.SOURCE));
            }
            return new Application(folder, freePort(), "127.0.0.1:" + kafka, command, settings);
        } catch (IOException e) {
            throw new Unmeasurable("The application did not start", e);
        }
    }

    /** Starts another node over the database and the Kafka of this one. */
    Application beside(Path other, Database database, String adminKey) {
        try {
            var settings = Map.of(
                    "BITACORA_ADMIN_KEY",
                    adminKey,
                    "BITACORA_DB_URL",
                    database.url(),
                    "BITACORA_DB_USER",
                    Database.USER,
                    "BITACORA_DB_PASSWORD",
                    database.password(),
                    "BITACORA_KAFKA",
                    brokers,
                    "BITACORA_KAFKA_WRITERS_BENCH_SOURCE",
                    Event.SOURCE);
            return new Application(Files.createDirectories(other), freePort(), brokers, Home.command(), settings);
        } catch (IOException e) {
            throw new Unmeasurable("Another node did not start", e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it says that it is ready; how long that took from the start of the process. */
    Duration ready() {
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new Unmeasurable("The application ended while it started:\n" + lastWords(folder));
            }
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new Unmeasurable("The application was not ready in time:\n" + lastWords(folder));
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
            throw new Unmeasurable("Interrupted", e);
        }
    }

    public int port() {
        return port;
    }

    /** Its Kafka. */
    Kafka kafka() {
        return new Kafka(brokers);
    }

    public long pid() {
        return process.pid();
    }

    /** Where its data are. */
    Path data() {
        return folder.resolve("data");
    }

    private static Path printed(Path folder) {
        return folder.resolve("application.log");
    }

    /** The end of what the applications of that folder have printed, without the frames of stacks. */
    static String lastWords(Path folder) {
        try (var all = Files.lines(printed(folder))) {
            var lines = all.filter(line -> !line.startsWith("\tat ")).toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException | UncheckedIOException e) {
            return e.toString();
        }
    }

    /** Stops it as a service manager would; it stops its PostgreSQL. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                Progress.say("The application did not stop when it was told to; it is killed.");
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
