package org.bitacora.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A separate process with an embedded PostgreSQL that a test can kill. */
final class ForkedServer implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ForkedServer(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts the process on a data directory, without waiting. */
    static ForkedServer begin(Path directory) {
        try {
            return new ForkedServer(new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ForkedServerMain.class.getName(),
                            directory.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns what the process prints when its server is ready: the port, the password and the pid of the server. */
    ServerStarted ready() {
        List<String> words = List.of(says("ready").split(" ", -1));
        return new ServerStarted(Integer.parseInt(words.get(1)), words.get(2), Long.parseLong(words.get(3)));
    }

    record ServerStarted(int port, String password, long postmasterPid) {
        SqlClient sql() {
            return new SqlClient(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresServer.DATABASE,
                    PostgresServer.USER,
                    password);
        }
    }

    /** Returns the next line with this prefix. */
    String says(String word) {
        return output.lines()
                .filter(line -> line.startsWith(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("it ended without saying " + word));
    }

    long pid() {
        return process.pid();
    }

    /** Kills the process with SIGKILL. */
    void kill() {
        process.destroyForcibly();
        assertThat(process.onExit().join().isAlive()).isFalse();
    }

    /** Sends SIGTERM and waits for the end of the process. */
    void terminate() {
        process.destroy();
        assertThat(process.onExit().join().isAlive()).isFalse();
    }

    @Override
    public void close() {
        kill();
    }
}
