package org.bitacora.server.embedded;

import java.nio.file.Path;

/**
 * The data directories that this JVM holds. Asked before the lock file is opened, because closing any channel on a file
 * gives up every lock that the process has on it: a second look at our own lock would silently lose it. Kept in the
 * system properties because an application server may load this class more than once.
 */
final class DirectoryLocks {
    private static final String PREFIX = "org.bitacora.held:";

    private DirectoryLocks() {}

    static boolean tryAcquire(Path path) {
        return System.getProperties().putIfAbsent(PREFIX + path, "held") == null;
    }

    static void release(Path path) {
        System.getProperties().remove(PREFIX + path);
    }
}
