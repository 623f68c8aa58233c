package org.bitacora.server.embedded;

import java.nio.file.Path;

/** What came of {@link DataDirectory#open opening} a data directory. */
public sealed interface OpenResult {

    /** It is ours until it is closed or this process ends. */
    record DirectoryOpened(DataDirectory directory) implements OpenResult {}

    /** It was not opened, and nothing in it was touched. */
    sealed interface DirectoryRefused extends OpenResult {

        /** Why, and what to do, in a sentence or two for the person who started Bitácora. */
        String message();
    }

    /**
     * Another Bitácora holds it.
     *
     * @param pid the process that does, 0 where it has not written it down yet
     */
    record DirectoryInUse(Path directory, long pid) implements DirectoryRefused {
        @Override
        public String message() {
            String holder = pid == 0 ? "another process" : "process " + pid;
            return "The data directory " + directory + " is in use by " + holder
                    + ". Stop that one first, or name another directory in BITACORA_DATA.";
        }
    }

    /** It cannot be used by anyone as it is: a file, or not ours to write. */
    record DirectoryUnusable(Path directory, String reason) implements DirectoryRefused {
        @Override
        public String message() {
            return "The data directory " + directory + " cannot be used: " + reason
                    + ". Name another one in BITACORA_DATA.";
        }
    }
}
