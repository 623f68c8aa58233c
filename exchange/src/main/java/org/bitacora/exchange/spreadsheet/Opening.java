package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.application.request.ProblemException;
import org.bitacora.exchange.spreadsheet.mapping.Header;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;

/** Finds the header of a file: by its number, or as the row that names what a mapping takes from. */
final class Opening {

    private static final int LOOKED_AT = 50;

    private Opening() {}

    /** A mapping, and the header that has its columns. */
    record Opened(Mapping mapping, Header header) {}

    /** The header for a mapping; a problem that names the columns that are missing where there is none. */
    static Opened with(Path file, Mapping mapping) throws IOException {
        var headers = beginning(file, mapping.layout());
        var columns = mapping.columns();
        var header = mapping.layout().header().isPresent()
                ? headers.stream()
                        .filter(it ->
                                it.rowNumber() == mapping.layout().header().getAsInt())
                        .findFirst()
                : headers.stream().filter(it -> it.hasAll(columns)).findFirst();
        var found = header.filter(it -> it.hasAll(columns)).orElseThrow(() -> missing(header, headers, mapping));
        if (!found.ambiguous(columns).isEmpty()) {
            throw BadFiles.wrong("Several columns are named so: " + String.join(", ", found.ambiguous(columns)) + ".");
        }
        return new Opened(mapping, found);
    }

    /** The header that is one of a template's. */
    static Opened withTemplate(Path file, Function<Header, Optional<Mapping>> template) throws IOException {
        for (var header : beginning(file, Mapping.Layout.USUAL)) {
            var mapping = template.apply(header);
            if (mapping.isPresent()) {
                return new Opened(mapping.get(), header);
            }
        }
        throw BadFiles.wrong(
                "Without a mapping the columns of one of the templates are needed, such as \"Visita (código)\";"
                        + " send a mapping, or begin with GET /v1/templates.");
    }

    private static List<Header> beginning(Path file, Mapping.Layout layout) throws IOException {
        int last = Math.max(LOOKED_AT, layout.header().orElse(0));
        var headers = new ArrayList<Header>();
        try (var rows = Rows.of(file, layout)) {
            for (var row = rows.next(); row.isPresent() && row.get().number() <= last; row = rows.next()) {
                boolean isStated =
                        layout.header().orElse(row.get().number()) == row.get().number();
                if (isStated && !row.get().isBlank()) {
                    headers.add(new Header(row.get()));
                }
            }
        }
        if (headers.isEmpty()) {
            throw BadFiles.wrong("There is nothing in this file.");
        }
        return headers;
    }

    private static ProblemException missing(Optional<Header> stated, List<Header> headers, Mapping mapping) {
        var columns = mapping.columns();
        var nearest = stated.or(() -> headers.stream()
                .min(Comparator.comparingInt(it -> it.missing(columns).size())));
        var missing = nearest.map(it -> it.missing(columns)).orElse(List.copyOf(columns));
        var there = nearest.map(it -> "row " + it.rowNumber() + " has " + String.join(", ", it.names()))
                .orElse("there is no such row");
        return BadFiles.wrong("No row names these columns: " + String.join(", ", missing) + "; " + there + ".");
    }
}
