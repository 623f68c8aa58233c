package org.bitacora.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.bitacora.server.embedded.DataDirectory;
import org.bitacora.server.embedded.DirectoryCleaner;
import org.bitacora.server.embedded.OpenResult;
import org.jspecify.annotations.Nullable;

/** Creates and deletes the data directories of servers under test. */
final class TestDirectories {

    private TestDirectories() {}

    static DataDirectory open() {
        try {
            return switch (DataDirectory.open(Files.createTempDirectory("bitacora-it"))) {
                case OpenResult.DirectoryOpened(DataDirectory opened) -> opened;
                case OpenResult.DirectoryRefused directoryRefused ->
                    throw new IllegalStateException(directoryRefused.message());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the directory if it was opened, and deletes it; otherwise a suite would leave hundreds of MiB. */
    static void closeAndDelete(@Nullable DataDirectory directory) {
        if (directory == null) {
            return;
        }
        directory.close();
        DirectoryCleaner.delete(directory.path());
    }
}
