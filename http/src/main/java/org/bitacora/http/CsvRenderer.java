package org.bitacora.http;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** Renders tables as CSV (RFC 4180): a header line, commas, quotes where necessary, and lines that end with CR LF. */
public final class CsvRenderer {

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final CsvSchema SCHEMA = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+");

    private CsvRenderer() {}

    /** Renders a table from the names of its columns and its rows. */
    public static Buffer render(List<String> columns, List<List<String>> rows) {
        return render(SCHEMA, columns, rows);
    }

    /**
     * Renders a table for spreadsheet programs with Spanish or Portuguese settings: with semicolons, decimal commas,
     * and a byte order mark of UTF-8.
     */
    public static Buffer renderWithDecimalCommas(List<String> columns, List<List<String>> rows) {
        var commas = rows.stream()
                .map(row -> row.stream().map(CsvRenderer::withDecimalComma).toList())
                .toList();
        return Buffer.buffer("\uFEFF").appendBuffer(render(SCHEMA.withColumnSeparator(';'), columns, commas));
    }

    private static String withDecimalComma(String cell) {
        return NUMBER.matcher(cell).matches() ? cell.replace('.', ',') : cell;
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
