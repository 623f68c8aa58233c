package org.bitacora.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bitacora.server.embedded.OpenResult.DirectoryInUse;
import org.bitacora.server.embedded.OpenResult.DirectoryOpened;
import org.bitacora.server.embedded.OpenResult.DirectoryUnusable;

/**
 * The data directory of Bitácora, held by one process at a time. A lock on its file {@code lock} is held until {@link
 * #close()} or until the process ends in any way; the file contains the process id. The embedded servers own the
 * subfolders {@code postgres} and {@code kafka}; other files are left unchanged.
 */
public final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Opens the directory exclusively for this process and creates it if necessary. */
    public static OpenResult open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        if (Files.exists(path) && !Files.isDirectory(path)) {
            return new DirectoryUnusable(path, "it is not a directory");
        }
        try {
            return hold(Files.createDirectories(path).toRealPath());
        } catch (AccessDeniedException e) {
            return new DirectoryUnusable(path, "no permission to write to " + e.getFile());
        } catch (IOException e) {
            return new DirectoryUnusable(path, "it cannot be written (" + e.getMessage() + ")");
        }
    }

    private static OpenResult hold(Path path) throws IOException {
        if (!Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        if (!DirectoryLocks.tryAcquire(path)) {
            return new DirectoryInUse(path, ProcessHandle.current().pid());
        }
        OpenResult openResult = new DirectoryUnusable(path, "it could not be locked");
        try {
            openResult = lock(path);
        } finally {
            if (!(openResult instanceof DirectoryOpened)) {
                DirectoryLocks.release(path);
            }
        }
        return openResult;
    }

    private static OpenResult lock(Path path) throws IOException {
        FileChannel file = FileChannel.open(
                path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                write(file, ProcessHandle.current().pid() + "\n");
                return new DirectoryOpened(new DataDirectory(path, file));
            }
        } catch (OverlappingFileLockException e) {
            // This process already locks the file under another path, for example through a bind mount. The channel
            // stays open
            // because closing it would release that lock.
            return new DirectoryInUse(path, ProcessHandle.current().pid());
        }
        try (file) {
            return new DirectoryInUse(path, pidIn(file));
        }
    }

    private static void write(FileChannel file, String text) throws IOException {
        file.truncate(0);
        file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static long pidIn(FileChannel file) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        file.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
        return pid.matches("[0-9]{1,18}") ? Long.parseLong(pid) : 0;
    }

    /** Returns the absolute path, with symbolic links resolved. */
    public Path path() {
        return path;
    }

    /** Returns the subfolder of the embedded PostgreSQL. */
    Path postgres() {
        return path.resolve("postgres");
    }

    /** Returns the subfolder of the embedded Kafka. */
    Path kafka() {
        return path.resolve("kafka");
    }

    /** Releases the directory. Close the servers that use it first, such as the {@link PostgresServer}. */
    @Override
    public void close() {
        if (!lock.isOpen()) {
            return;
        }
        try (lock) {
            write(lock, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DirectoryLocks.release(path);
        }
    }
}
