package org.bitacora.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of its own with an embedded PostgreSQL, to be killed as no one would kill the process of the tests. */
final class ForkedServer implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ForkedServer(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it on that data directory, and does not wait. */
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

    /** What it says when its server answers: the port, the password and the server's process. */
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

    /** The next line that begins so. */
    String says(String word) {
        return output.lines()
                .filter(line -> line.startsWith(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("it ended without saying " + word));
    }

    long pid() {
        return process.pid();
    }

    /** Kill -9. */
    void kill() {
        process.destroyForcibly();
        assertThat(process.onExit().join().isAlive()).isFalse();
    }

    /** SIGTERM, and the end of it awaited. */
    void terminate() {
        process.destroy();
        assertThat(process.onExit().join().isAlive()).isFalse();
    }

    @Override
    public void close() {
        kill();
    }
}
