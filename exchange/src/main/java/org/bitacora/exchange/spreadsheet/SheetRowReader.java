package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;

/** The rows of a file, one after the other: never the whole of it in memory. */
interface SheetRowReader extends AutoCloseable {

    /** The next row; empty at the end. Fails with {@link UnreadableFileException} where the file is broken. */
    Optional<SheetRow> next() throws IOException;

    @Override
    void close() throws IOException;

    /** Opens a file, whatever its name says; fails with {@link UnreadableFileException} where it is no table that can be read. */
    static SheetRowReader of(Path file, Mapping.SheetLayout sheetLayout) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (startsWith(start, 'P', 'K')) {
            return XlsxRowReader.of(file, sheetLayout);
        }
        if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new UnreadableFileException(
                    "This is a workbook of the old kind (.xls), or has a password: save it as .xlsx or CSV.");
        }
        if (startsWith(start, '%', 'P', 'D', 'F') || startsWith(start, '{', '\\', 'r', 't', 'f')) {
            throw new UnreadableFileException("This is a document, no table: a CSV or XLSX file is wanted.");
        }
        return CsvRowReader.of(file, sheetLayout);
    }

    private static boolean startsWith(byte[] start, int... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != signs[i]) {
                return false;
            }
        }
        return true;
    }
}
