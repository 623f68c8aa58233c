package org.bitacora.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bitacora.server.embedded.OpenResult.DirectoryOpened;

/** Prepared data directories. One with a new, stopped PostgreSQL is created once and copied. */
final class DirectoryFixtures {
    private DirectoryFixtures() {}

    static DataDirectory opened(Path directory) {
        if (DataDirectory.open(directory) instanceof DirectoryOpened(DataDirectory data)) {
            return data;
        }
        throw new AssertionError("not opened: " + directory);
    }

    /** Creates in {@code directory} a copy of a data directory in which PostgreSQL was started and stopped. */
    static Path usedOnce(Path directory) {
        Path postgres = directory.resolve("postgres");
        run("mkdir", "-m", "700", postgres.toString());
        // The programs never change, so hard links save 60 MB per test.
        run("cp", "-al", OriginalDirectory.binaries(), postgres.toString());
        run("cp", "-a", OriginalDirectory.PATH.resolve("postgres/cluster").toString(), postgres.toString());
        return directory;
    }

    private static void run(String... command) {
        ProgramRunner.ProgramResult programResult =
                ProgramRunner.run(List.of(command), Path.of("").toAbsolutePath(), "");
        assertThat(programResult.succeeded()).as(programResult.output()).isTrue();
    }

    private static final class OriginalDirectory {
        static final Path PATH = make();

        static String binaries() {
            try (Stream<Path> all = Files.list(PATH.resolve("postgres"))) {
                return all.map(Path::toString)
                        .filter(path -> path.contains("binaries-"))
                        .findFirst()
                        .orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path make() {
            try {
                Path path = Files.createTempDirectory(
                        Files.createDirectories(Path.of("target").toAbsolutePath()), "data-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> DirectoryCleaner.delete(path)));
                try (DataDirectory data = opened(path)) {
                    PostgresServer.start(data).close();
                }
                return path;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
