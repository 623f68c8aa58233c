package org.bitacora.benchmarks.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.bitacora.benchmarks.progress.ProgressLog;

/** A temporary folder that is deleted on close. */
record ScratchFolder(Path path) implements AutoCloseable {

    static ScratchFolder createIn(Path parent) {
        try {
            Files.createDirectories(parent);
            return new ScratchFolder(Files.createTempDirectory(parent, "run-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            ProgressLog.print("%s could not be removed: %s", path, e.getMessage());
        }
    }
}
