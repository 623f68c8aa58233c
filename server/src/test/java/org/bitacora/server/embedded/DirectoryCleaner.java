package org.bitacora.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Deletes the folders of finished tests. */
public final class DirectoryCleaner {

    private DirectoryCleaner() {}

    /** Deletes a folder and its content. */
    public static void delete(Path folder) {
        try {
            DurableFiles.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
