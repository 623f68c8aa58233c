package org.bitacora.exchange.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.bitacora.domain.refusal.Detail;

/** Reads lines from a stream of bytes. No line may be longer than the longest possible entry. */
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

    /** The number of lines read. */
    long lineCount() {
        return number;
    }

    /**
     * Returns the next line without its line end; empty after the last line. Throws a problem 422 if the line is too
     * long.
     */
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
                throw ArchiveProblems.invalid(
                        Detail.of("Line {0} of the log is longer than {1} bytes.", number + 1, LONGEST));
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
