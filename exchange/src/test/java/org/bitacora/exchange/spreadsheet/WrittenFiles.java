package org.bitacora.exchange.spreadsheet;

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
import org.bitacora.exchange.spreadsheet.mapping.Cell;
import org.bitacora.exchange.spreadsheet.mapping.Mapping.Layout;
import org.bitacora.exchange.spreadsheet.mapping.Row;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of files have in common: how to write one, and all of its rows. */
abstract class WrittenFiles {

    @TempDir
    Path folder;

    static List<Row> read(Path file, Layout layout) throws IOException {
        var all = new ArrayList<Row>();
        try (var rows = Rows.of(file, layout)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        }
        return all;
    }

    static List<Row> read(Path file) throws IOException {
        return read(file, Layout.USUAL);
    }

    static Layout layout(String sheet, String encoding) {
        return new Layout(
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

    static List<List<String>> shown(List<Row> rows) {
        return rows.stream()
                .map(row -> row.cells().stream().map(Cell::shown).toList())
                .toList();
    }

    interface Filling {
        void fill(Workbook book);
    }

    Path xlsx(Filling filling) throws IOException {
        var file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            filling.fill(book);
        }
        return file;
    }
}
