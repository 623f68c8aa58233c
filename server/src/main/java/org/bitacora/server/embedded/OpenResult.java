package org.bitacora.server.embedded;

import java.nio.file.Path;

/** The result of {@link DataDirectory#open opening} a data directory. */
public sealed interface OpenResult {

    /** The directory is held until it is closed or this process ends. */
    record DirectoryOpened(DataDirectory directory) implements OpenResult {}

    /** The directory was not opened, and nothing in it was changed. */
    sealed interface DirectoryRefused extends OpenResult {

        /** Returns a message for the operator: the reason and what to do. */
        String message();
    }

    /**
     * Another Bitácora holds the directory.
     *
     * @param directory the directory
     * @param pid the id of that process; 0 if it has not been written yet
     */
    record DirectoryInUse(Path directory, long pid) implements DirectoryRefused {
        @Override
        public String message() {
            String holder = pid == 0 ? "another process" : "process " + pid;
            return "The data directory " + directory + " is in use by " + holder
                    + ". Stop that process, or set BITACORA_DATA to another directory.";
        }
    }

    /** The directory is not usable: it is a file or not writable. */
    record DirectoryUnusable(Path directory, String reason) implements DirectoryRefused {
        @Override
        public String message() {
            return "The data directory " + directory + " cannot be used: " + reason
                    + ". Set BITACORA_DATA to another directory.";
        }
    }
}
