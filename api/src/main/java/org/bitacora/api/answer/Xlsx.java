package org.bitacora.api.answer;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as a workbook of one sheet (Office Open XML): a header that stays in sight, numbers as numbers. */
public final class Xlsx {

    private static final String VERSION = "1.0";

    private Xlsx() {}

    /** A table: the names of the columns, then the rows, whose cells are texts or numbers. */
    public static Buffer table(String sheet, List<String> columns, List<? extends List<?>> rows) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Bitacora", VERSION)) {
            var page = book.newWorksheet(sheet);
            row(page, 0, columns);
            page.range(0, 0, 0, columns.size() - 1).style().bold().set();
            page.freezePane(0, 1);
            for (int i = 0; i < rows.size(); i++) {
                row(page, i + 1, rows.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(out.toByteArray());
    }

    private static void row(Worksheet page, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
                page.value(row, column, number);
            } else {
                page.value(row, column, cells.get(column).toString());
            }
        }
    }
}
