package org.bitacora.http;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Renders tables as CSV (RFC 4180): a header line, commas, quotes where necessary, and lines that end with CR LF. */
public final class CsvRenderer {

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final CsvSchema SCHEMA = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private CsvRenderer() {}

    /** Renders a table from the names of its columns and its rows. */
    public static Buffer render(List<String> columns, List<List<String>> rows) {
        return render(SCHEMA, columns, rows);
    }

    /**
     * Renders a table for spreadsheet programs with Spanish or Portuguese settings: with semicolons, decimal commas,
     * and a byte order mark of UTF-8.
     *
     * @param rows the rows, whose cells are texts or numbers; only numbers have a decimal comma
     */
    public static Buffer renderWithDecimalCommas(List<String> columns, List<? extends List<?>> rows) {
        var commas = rows.stream()
                .map(row -> row.stream().map(CsvRenderer::withDecimalComma).toList())
                .toList();
        return Buffer.buffer("\uFEFF").appendBuffer(render(SCHEMA.withColumnSeparator(';'), columns, commas));
    }

    private static String withDecimalComma(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString().replace('.', ',') : cell.toString();
    }

    private static Buffer render(CsvSchema form, List<String> columns, List<List<String>> rows) {
        var out = new StringWriter();
        try (var writer = MAPPER.writer(form).writeValues(out)) {
            writer.write(columns);
            for (var row : rows) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(out.toString());
    }
}
