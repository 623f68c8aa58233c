package org.bitacora.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitacora.server.embedded.ProgramRunner.ProgramResult;
import org.jspecify.annotations.Nullable;

/**
 * The process of a Kafka broker in a folder. The folder is formatted once. Before a start, the processes left by an
 * earlier start are ended.
 */
final class KafkaBroker implements SupervisedServer {
    /** The start timeout. It is long because recovery after a crash reads all unclosed segments. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Duration CONNECT = Duration.ofMillis(200);
    private static final long STOP_SECONDS = 60;

    private final Path folder;
    private final Path libraries;
    private final int port;
    private volatile @Nullable Process process;
    private volatile boolean isStopped;

    private KafkaBroker(Path folder, Path libraries, int port) {
        this.folder = folder;
        this.libraries = libraries;
        this.port = port;
    }

    /** Returns the broker of a folder, which is created if necessary. */
    static KafkaBroker openIn(Path path, Path libraries, int port) throws IOException {
        if (!Files.isDirectory(libraries)) {
            throw new ServerUnavailableException(
                    "The Kafka libraries were not found in " + libraries
                            + ". Start with ./bitacora run --kafka, which downloads them, or set BITACORA_KAFKA to existing brokers.");
        }
        DurableFiles.createPrivateFolder(path);
        return new KafkaBroker(path.toRealPath(), libraries.toRealPath(), port);
    }

    @Override
    public String name() {
        return "Kafka";
    }

    int port() {
        return port;
    }

    long pid() {
        var running = process;
        return running == null ? 0 : running.pid();
    }

    @Override
    public boolean isRunning() {
        var running = process;
        return running != null && running.isAlive();
    }

    @Override
    public void restart() throws IOException {
        KafkaBrokerProcesses.workingIn(folder).terminate();
        if (!PortAllocator.isFree(port)) {
            throw new ServerUnavailableException(
                    "Port " + port + " is in use, so the Kafka broker cannot start. Set BITACORA_KAFKA_PORT"
                            + " to another port, or BITACORA_KAFKA to existing brokers.");
        }
        var settings = new KafkaBrokerSettings(folder, port, PortAllocator.findFreePort());
        settings.write();
        if (!Files.exists(settings.formatMarkerFile())) {
            format(settings);
        }
        process = launch(settings);
        awaitConnection();
    }

    private void format(KafkaBrokerSettings settings) {
        ProgramResult programResult = ProgramRunner.run(
                java(
                        settings,
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        KafkaBrokerSettings.newClusterId(),
                        "-c",
                        settings.settingsFile()),
                folder,
                "");
        if (!programResult.succeeded()) {
            throw new ServerUnavailableException("Kafka could not be set up: " + programResult.output());
        }
    }

    /** Launches the broker in a separate session, so that Ctrl-C does not reach it. */
    private Process launch(KafkaBrokerSettings settings) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(java(settings, "kafka.Kafka", settings.settingsFile()));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(settings.outputFile().toFile())
                .start();
    }

    private List<String> java(KafkaBrokerSettings settings, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + settings.loggingFile(),
                "-cp",
                libraries + "/*",
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    private void awaitConnection() {
        ConditionPoller.awaitCondition(() -> isStopped || !isRunning() || acceptsConnections(), PATIENCE);
        if (!isRunning()) {
            throw new ServerUnavailableException("Kafka did not start; see kafka.log and output.log in " + folder);
        }
    }

    private boolean acceptsConnections() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) CONNECT.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void performMaintenance() {
        // the broker limits the size of its own log
    }

    /** Ends waiting for a start. */
    void stopWaiting() {
        isStopped = true;
    }

    void stop() {
        var running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
