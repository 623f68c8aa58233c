package org.bitacora.exchange.spreadsheet.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;

/** Reads the rows of a file one after the other. The file is never completely in memory. */
public interface SheetRowReader extends AutoCloseable {

    /** Returns the next row; empty at the end. Fails with {@link UnreadableFileException} if the file is corrupt. */
    Optional<SheetRow> next() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Opens a file. The format is detected from the content, not from the name. Fails with
     * {@link UnreadableFileException} if it is not a readable table.
     */
    static SheetRowReader of(Path file, Mapping.SheetLayout sheetLayout) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (startsWith(start, 'P', 'K')) {
            return XlsxRowReader.of(file, sheetLayout);
        }
        if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new UnreadableFileException(Detail.of(
                    "The file is a workbook in the old format (.xls) or has a password; save it as .xlsx or CSV."));
        }
        if (startsWith(start, '%', 'P', 'D', 'F') || startsWith(start, '{', '\\', 'r', 't', 'f')) {
            throw new UnreadableFileException(
                    Detail.of("The file is a document, not a table; send a CSV or XLSX file."));
        }
        return CsvRowReader.of(file, sheetLayout);
    }

    /**
     * Returns the layouts that a file may have: the given layout and, for a CSV file without a stated delimiter, one
     * layout for each delimiter. The layout in which the header is found applies if the detected delimiter is wrong.
     */
    static List<Mapping.SheetLayout> candidateLayouts(Path file, Mapping.SheetLayout sheetLayout) throws IOException {
        var layouts = new ArrayList<Mapping.SheetLayout>();
        layouts.add(sheetLayout);
        if (sheetLayout.delimiter().isEmpty() && !isWorkbook(file)) {
            CsvRowReader.DELIMITERS.forEach(it -> layouts.add(sheetLayout.withDelimiter(it)));
        }
        return layouts;
    }

    private static boolean isWorkbook(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return startsWith(in.readNBytes(8), 'P', 'K');
        }
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
