package org.bitacora.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The log file of PostgreSQL, with a limited size: beyond the limit it is copied to a file {@code .old} and truncated.
 */
record PostgresLogFile(Path file) {
    static final long LIMIT = 8L << 20;
    private static final int TAIL = 4_000;

    /** Returns the current size. */
    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Returns the text after a position, at most the last few thousand bytes. */
    String readFrom(long position) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = Math.max(Math.min(position, channel.size()), channel.size() - TAIL);
            ByteBuffer text = ByteBuffer.allocate((int) (channel.size() - from));
            channel.read(text, from);
            return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /**
     * Truncates the file if it is too large. PostgreSQL keeps it open for appending, so it is copied and truncated
     * instead of renamed.
     */
    void rotateIfLarge() {
        try {
            if (size() > LIMIT) {
                Files.copy(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
                FileChannel.open(file, StandardOpenOption.WRITE).truncate(0).close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
