package org.bitacora.api.publication;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Renders a CSV table as a plain, printable HTML page. */
final class HtmlTableRenderer {

    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private HtmlTableRenderer() {}

    static String render(String title, String csv, Locale language) {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"" + language.getLanguage()
                + "\"><head><meta charset=\"utf-8\"><title>" + escape(title)
                + "</title><style>body{font:15px/1.45 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}"
                + "table{border-collapse:collapse}th,td{padding:.3rem .6rem;border-bottom:1px solid #bbb;text-align:left}"
                + "@media print{body{margin:0;max-width:none;font-size:10pt}tr{break-inside:avoid}}</style></head><body><h1>"
                + escape(title) + "</h1><table>\n");
        var rows = parseRows(csv);
        for (int i = 0; i < rows.size(); i++) {
            var tag = i == 0 ? "th" : "td";
            page.append("<tr>");
            rows.get(i).forEach(cell -> page.append('<')
                    .append(tag)
                    .append('>')
                    .append(escape(cell))
                    .append("</")
                    .append(tag)
                    .append('>'));
            page.append("</tr>\n");
        }
        return page.append("</table>\n</body></html>\n").toString();
    }

    private static List<List<String>> parseRows(String csv) {
        try (MappingIterator<List<String>> rows =
                MAPPER.readerForListOf(String.class).readValues(csv)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
