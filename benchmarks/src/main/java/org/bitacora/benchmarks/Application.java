package org.bitacora.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Bitácora of our own: a child process with its PostgreSQL, on a port that was free. */
final class Application implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LAST_LINES = 30;

    private final Path folder;
    private final int port;
    private final int kafka;
    private final long begin = System.nanoTime();
    private final Process process;

    private Application(Path folder, int port, int kafka, String adminKey) throws IOException {
        this.folder = folder;
        this.port = port;
        this.kafka = kafka;
        var builder = new ProcessBuilder(command(kafka))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(printed(folder).toFile()));
        builder.environment().put("BITACORA_DATA", data().toString());
        builder.environment().put("BITACORA_PORT", String.valueOf(port));
        builder.environment().put("BITACORA_ADMIN_KEY", adminKey);
        if (kafka != 0) {
            builder.environment().put("BITACORA_KAFKA_LIBRARIES", Home.kafka().toString());
            builder.environment().put("BITACORA_KAFKA_PORT", String.valueOf(kafka));
            builder.environment().put("BITACORA_KAFKA_WRITERS_BENCH_SOURCE", Event.SOURCE);
        }
        this.process = builder.start();
    }

    private static List<String> command(int kafka) {
        var command = new ArrayList<>(Home.command());
        if (kafka != 0) {
            command.add("--kafka");
        }
        return command;
    }

    /** Starts it with its data in that folder, with or without a Kafka, and does not wait. */
    static Application start(Path folder, boolean kafka, String adminKey) {
        try {
            return new Application(folder, freePort(), kafka ? freePort() : 0, adminKey);
        } catch (IOException e) {
            throw new Unmeasurable("The application did not start", e);
        }
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

    int port() {
        return port;
    }

    /** Its Kafka. */
    Kafka kafka() {
        return new Kafka("127.0.0.1:" + kafka);
    }

    long pid() {
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
