package org.bitacora.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The processes of a server that work on a folder. They are identified by their program and their working directory,
 * which is always that folder; so a stale pid file or a reused pid does not lead to a wrong process, and zombie
 * processes do not count.
 */
record ServerProcesses(Path folder, Set<String> programs) {
    private static final Path PROC = Path.of("/proc");
    private static final Duration TERMINATION_GRACE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Returns the PostgreSQL processes of a cluster. */
    static ServerProcesses ofPostgres(Path cluster) {
        return new ServerProcesses(cluster, Set.of("postgres", "initdb"));
    }

    boolean contains(long pid) {
        Path process = PROC.resolve(Long.toString(pid));
        try {
            String program =
                    Files.readSymbolicLink(process.resolve("exe")).getFileName().toString();
            return programs.contains(program.replace(" (deleted)", ""))
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
        } catch (IOException e) {
            return false;
        }
    }

    List<ProcessHandle> all() {
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes.filter(process -> contains(process.pid())).toList();
        }
    }

    /**
     * Waits until no process is left and kills those that do not exit in time. For orphans of a killed server: they
     * exit by themselves, but not before the end of a long query. Killing them loses nothing, because their
     * transactions are rolled back in any case.
     */
    void terminateAll() {
        if (!haveExited(TERMINATION_GRACE)) {
            all().forEach(ProcessHandle::destroyForcibly);
        }
        if (!haveExited(PATIENCE)) {
            throw new ServerUnavailableException("Processes of an earlier start could not be stopped; process ids: "
                    + all().stream().map(ProcessHandle::pid).toList());
        }
    }

    private boolean haveExited(Duration within) {
        return ConditionPoller.awaitCondition(() -> all().isEmpty(), within);
    }

    /** Returns the pid in a {@code postmaster.pid}, or 0 if there is none. */
    static long pidIn(Path pidFile) {
        try (Stream<String> lines = Files.lines(pidFile)) {
            String first = lines.findFirst().orElse("").strip();
            return first.matches("[0-9]{1,18}") ? Long.parseLong(first) : 0;
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
