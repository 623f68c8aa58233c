package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.Row;

/** The rows of a file, one after the other: never the whole of it in memory. */
interface Rows extends AutoCloseable {

    /** The next row; empty at the end. Fails with {@link BadFile} where the file is broken. */
    Optional<Row> next() throws IOException;

    @Override
    void close() throws IOException;

    /** Opens a file, whatever its name says; fails with {@link BadFile} where it is no table that can be read. */
    static Rows of(Path file, Mapping.Layout layout) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (begins(start, 'P', 'K')) {
            return XlsxRows.of(file, layout);
        }
        if (begins(start, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new BadFile("This is a workbook of the old kind (.xls), or has a password: save it as .xlsx or CSV.");
        }
        if (begins(start, '%', 'P', 'D', 'F') || begins(start, '{', '\\', 'r', 't', 'f')) {
            throw new BadFile("This is a document, no table: a CSV or XLSX file is wanted.");
        }
        return CsvRows.of(file, layout);
    }

    private static boolean begins(byte[] start, int... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != signs[i]) {
                return false;
            }
        }
        return true;
    }
}
