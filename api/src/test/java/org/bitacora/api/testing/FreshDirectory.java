package org.bitacora.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.bitacora.api.embedded.DataDirectory;
import org.bitacora.api.embedded.Opening;

/** Data directories of servers under test. */
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
}
