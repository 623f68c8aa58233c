package org.bitacora.server.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a program until it exits, in a clean environment. */
final class ProgramRunner {
    private ProgramRunner() {}

    /** The exit status and the complete output of a program. */
    record ProgramResult(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    static ProgramResult run(List<String> command, Path workingDirectory, String input) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingDirectory.toFile()).redirectErrorStream(true);
        sanitizeEnvironment(builder.environment());
        try {
            Process process = builder.start();
            try (OutputStream standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ProgramResult(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new ServerUnavailableException("Could not run " + command + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailableException("Interrupted while running " + command, e);
        }
    }

    /**
     * Removes variables that would change the behaviour of the server: PGDATA and similar ones, the language and the
     * time zone.
     */
    private static void sanitizeEnvironment(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
    }

    /** Returns whether this process runs as root, under which PostgreSQL refuses to run. */
    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
