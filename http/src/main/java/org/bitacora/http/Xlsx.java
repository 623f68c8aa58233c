package org.bitacora.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as the sheets of a workbook (Office Open XML): a header that stays in sight, numbers as numbers. */
public final class Xlsx {

    private static final String VERSION = "1.0";

    private Xlsx() {}

    /**
     * A sheet of a workbook.
     *
     * @param name its name
     * @param columns the names of its columns
     * @param rows its rows, whose cells are texts or numbers
     */
    public record Page(String name, List<String> columns, List<? extends List<?>> rows) {}

    /** A table: the names of the columns, then the rows. */
    public static Buffer table(String sheet, List<String> columns, List<? extends List<?>> rows) {
        return book(List.of(new Page(sheet, columns, rows)));
    }

    /** A workbook of those sheets. */
    public static Buffer book(List<Page> pages) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Bitacora", VERSION)) {
            pages.forEach(page -> write(book.newWorksheet(page.name()), page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(out.toByteArray());
    }

    private static void write(Worksheet sheet, Page page) {
        row(sheet, 0, page.columns());
        sheet.range(0, 0, 0, page.columns().size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        for (int i = 0; i < page.rows().size(); i++) {
            row(sheet, i + 1, page.rows().get(i));
        }
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
