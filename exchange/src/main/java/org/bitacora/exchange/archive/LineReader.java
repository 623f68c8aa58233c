package org.bitacora.exchange.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream of bytes, none of them longer than what an entry can be. */
final class LineReader {

    private static final int LONGEST = 64 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[65_536];
    private int from;
    private int to;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** How many lines have been read. */
    long lineCount() {
        return number;
    }

    /** The next line without its end; empty after the last. Fails with a problem 422 where it never ends. */
    Optional<byte[]> nextLine() throws IOException {
        var line = new ByteArrayOutputStream(512);
        while (from < to || fill()) {
            int end = end();
            line.write(buffer, from, end - from);
            from = end + 1;
            if (end < to) {
                number++;
                return Optional.of(line.toByteArray());
            }
            if (line.size() > LONGEST) {
                throw ArchiveProblems.invalid("Line " + (number + 1) + " of the log is too long.");
            }
        }
        return line.size() == 0 ? Optional.empty() : last(line);
    }

    private Optional<byte[]> last(ByteArrayOutputStream line) {
        number++;
        return Optional.of(line.toByteArray());
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    private int end() {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }
}
