package org.bitacora.exchange.spreadsheet.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitacora.exchange.spreadsheet.mapping.Mapping.SheetLayout;
import org.bitacora.exchange.spreadsheet.mapping.SheetCell;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests that write and read spreadsheet files. */
public abstract class SpreadsheetFileFixture {

    @TempDir
    Path folder;

    static List<SheetRow> read(Path file, SheetLayout sheetLayout) throws IOException {
        var all = new ArrayList<SheetRow>();
        try (var sheetRowReader = SheetRowReader.of(file, sheetLayout)) {
            for (var row = sheetRowReader.next(); row.isPresent(); row = sheetRowReader.next()) {
                all.add(row.get());
            }
        }
        return all;
    }

    static List<SheetRow> read(Path file) throws IOException {
        return read(file, SheetLayout.DEFAULT);
    }

    static SheetLayout layout(String sheet, String encoding) {
        return new SheetLayout(
                Optional.of(sheet).filter(it -> !it.isEmpty()),
                OptionalInt.empty(),
                Optional.of(encoding).filter(it -> !it.isEmpty()),
                Optional.empty(),
                List.of());
    }

    Path csv(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("a.csv"), text.getBytes(charset));
    }

    Path csv(String text) throws IOException {
        return csv(text, StandardCharsets.UTF_8);
    }

    static List<List<String>> shown(List<SheetRow> rows) {
        return rows.stream()
                .map(sheetRow ->
                        sheetRow.cells().stream().map(SheetCell::displayText).toList())
                .toList();
    }

    interface SheetContent {
        void fill(Workbook book);
    }

    Path xlsx(SheetContent sheetContent) throws IOException {
        var file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            sheetContent.fill(book);
        }
        return file;
    }
}
