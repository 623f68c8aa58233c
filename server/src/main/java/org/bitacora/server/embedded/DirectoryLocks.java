package org.bitacora.server.embedded;

import java.nio.file.Path;

/**
 * The data directories held by this JVM. They are checked before the lock file is opened: closing any channel of a file
 * releases all locks that the process holds on it, so a second attempt would silently release the existing lock. They
 * are stored in the system properties, because an application server may load this class more than once.
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
