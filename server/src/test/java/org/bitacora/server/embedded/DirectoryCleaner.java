package org.bitacora.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Folders of tests that are over: nothing of them is left. */
public final class DirectoryCleaner {

    private DirectoryCleaner() {}

    /** Deletes a folder and all in it. */
    public static void delete(Path folder) {
        try {
            DurableFiles.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
