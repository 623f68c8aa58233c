package org.bitacora.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Renders tables as the sheets of a workbook (Office Open XML), with a fixed header row and numeric cells. */
public final class XlsxRenderer {

    private static final String VERSION = "1.0";

    private XlsxRenderer() {}

    /**
     * A sheet of a workbook.
     *
     * @param name the name of the sheet
     * @param columns the names of the columns
     * @param rows the rows, whose cells are texts or numbers
     */
    public record XlsxSheet(String name, List<String> columns, List<? extends List<?>> rows) {}

    /** Renders a workbook with one sheet, from the names of its columns and its rows. */
    public static Buffer renderSheet(String sheet, List<String> columns, List<? extends List<?>> rows) {
        return render(List.of(new XlsxSheet(sheet, columns, rows)));
    }

    /** Renders a workbook with the given sheets. */
    public static Buffer render(List<XlsxSheet> pages) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Bitacora", VERSION)) {
            pages.forEach(xlsxSheet -> write(book.newWorksheet(xlsxSheet.name()), xlsxSheet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(out.toByteArray());
    }

    private static void write(Worksheet sheet, XlsxSheet xlsxSheet) {
        writeRow(sheet, 0, xlsxSheet.columns());
        sheet.range(0, 0, 0, xlsxSheet.columns().size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        for (int i = 0; i < xlsxSheet.rows().size(); i++) {
            writeRow(sheet, i + 1, xlsxSheet.rows().get(i));
        }
    }

    private static void writeRow(Worksheet page, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
                page.value(row, column, number);
            } else {
                page.value(row, column, cells.get(column).toString());
            }
        }
    }
}
