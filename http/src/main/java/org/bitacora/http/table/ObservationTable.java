package org.bitacora.http.table;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.bitacora.application.indicator.ObservationRow;
import org.bitacora.http.CsvRenderer;
import org.bitacora.http.XlsxRenderer;

/** Renders the table of observations as CSV and as a workbook, with the same rows and columns in both. */
public final class ObservationTable {

    /** The names of the columns, in order. */
    public static final List<String> COLUMNS = List.of(
            "territory",
            "indicator",
            "version",
            "period",
            "by",
            "member",
            "label",
            "member2",
            "label2",
            "value",
            "unit",
            "share",
            "numerator",
            "denominator",
            "status",
            "reason",
            "missing",
            "unplaced",
            "position");

    private static final String SHEET = "observations";

    private ObservationTable() {}

    /** Returns the table as CSV. */
    public static Buffer csv(List<ObservationRow> rows) {
        return CsvRenderer.render(COLUMNS, texts(rows));
    }

    /** Returns the table as CSV with semicolons and decimal commas. */
    public static Buffer csvWithCommas(List<ObservationRow> rows) {
        return CsvRenderer.renderWithDecimalCommas(
                COLUMNS, rows.stream().map(ObservationTable::cells).toList());
    }

    /** Returns the table as a workbook with one sheet. */
    public static Buffer xlsx(List<ObservationRow> rows) {
        return XlsxRenderer.renderSheet(
                SHEET, COLUMNS, rows.stream().map(ObservationTable::cells).toList());
    }

    private static List<List<String>> texts(List<ObservationRow> rows) {
        return rows.stream()
                .map(row -> cells(row).stream().map(ObservationTable::text).toList())
                .toList();
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }

    /** Returns the cells of a row: texts or numbers; an empty text for a missing number. */
    private static List<Object> cells(ObservationRow row) {
        return Stream.of(
                        row.territory(),
                        row.indicator(),
                        row.version(),
                        row.period(),
                        row.by(),
                        row.member(),
                        row.label(),
                        row.member2(),
                        row.label2(),
                        row.value(),
                        row.unit(),
                        row.share(),
                        row.numerator(),
                        row.denominator(),
                        row.status(),
                        row.reason(),
                        String.join(" ", row.missing()),
                        row.unplaced(),
                        row.position())
                .<Object>map(cell -> cell == null ? "" : cell)
                .toList();
    }
}
