package org.bitacora.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.bitacora.server.embedded.DataDirectory;
import org.bitacora.server.embedded.Emptied;
import org.bitacora.server.embedded.Opening;
import org.jspecify.annotations.Nullable;

/** Data directories of servers under test; nothing of them is left. */
final class FreshDirectory {

    private FreshDirectory() {}

    static DataDirectory opened() {
        try {
            return switch (DataDirectory.open(Files.createTempDirectory("bitacora-it"))) {
                case Opening.Opened(DataDirectory opened) -> opened;
                case Opening.Refused refused -> throw new IllegalStateException(refused.message());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes it where it was opened, and deletes it: a suite would leave hundreds of MiB. */
    static void end(@Nullable DataDirectory directory) {
        if (directory == null) {
            return;
        }
        directory.close();
        Emptied.of(directory.path());
    }
}
