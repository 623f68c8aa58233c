package org.bitacora.exchange.spreadsheet.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.bitacora.domain.refusal.Detail;

/**
 * A reader that limits the length of lines. A line of many megabytes does not belong to a table and would fill the
 * memory.
 */
final class LineLimitReader extends FilterReader {

    private static final int LONGEST = 2_000_000;

    private int length;

    LineLimitReader(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count((char) c);
        return c;
    }

    @Override
    public int read(char[] buffer, int from, int most) throws IOException {
        int count = super.read(buffer, from, most);
        for (int i = from; i < from + count; i++) {
            count(buffer[i]);
        }
        return count;
    }

    private void count(char c) throws UnreadableFileException {
        length = c == '\n' || c == '\r' ? 0 : length + 1;
        if (length > LONGEST) {
            throw new UnreadableFileException(
                    Detail.of("The file has a line of more than {0} characters; it is not a table.", LONGEST));
        }
    }
}
