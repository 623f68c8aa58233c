package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.file.SheetRowReader;
import org.bitacora.exchange.spreadsheet.mapping.Mapping;
import org.bitacora.exchange.spreadsheet.mapping.SheetHeader;
import org.bitacora.http.problem.ProblemException;

/** Finds the header row of a file: by its number, or as the first row that has all columns of the mapping. */
final class HeaderDetector {

    private static final int LOOKED_AT = 50;

    private HeaderDetector() {}

    /** A mapping, and the header that has its columns. */
    record DetectedHeader(Mapping mapping, SheetHeader header) {}

    /** Finds the header for a mapping. Throws a problem that lists the missing columns if there is none. */
    static DetectedHeader forMapping(Path file, Mapping mapping) throws IOException {
        for (var layout : SheetRowReader.candidateLayouts(file, mapping.layout())) {
            var found = statedOrComplete(candidateHeaders(file, layout), mapping)
                    .filter(it -> it.hasAll(mapping.columns()));
            if (found.isPresent()) {
                return unambiguous(mapping.withLayout(layout), found.get());
            }
        }
        var headers = candidateHeaders(file, mapping.layout());
        throw missing(statedOrComplete(headers, mapping), headers, mapping);
    }

    private static Optional<SheetHeader> statedOrComplete(List<SheetHeader> headers, Mapping mapping) {
        var stated = mapping.layout().header();
        return headers.stream()
                .filter(it -> stated.isPresent() ? it.rowNumber() == stated.getAsInt() : it.hasAll(mapping.columns()))
                .findFirst();
    }

    /** Finds a header that belongs to a template. */
    static DetectedHeader forTemplate(Path file, Function<SheetHeader, Optional<Mapping>> template) throws IOException {
        for (var layout : SheetRowReader.candidateLayouts(file, Mapping.SheetLayout.DEFAULT)) {
            for (var sheetHeader : candidateHeaders(file, layout)) {
                var mapping = template.apply(sheetHeader);
                if (mapping.isPresent()) {
                    return unambiguous(mapping.get().withLayout(layout), sheetHeader);
                }
            }
        }
        throw FileProblems.invalidFile(Detail.of(
                "The file has no mapping and its columns are not those of a template, such as \"Visita (código)\";"
                        + " send a mapping, or start from a template of GET /v1/templates."));
    }

    private static DetectedHeader unambiguous(Mapping mapping, SheetHeader header) {
        var ambiguous = header.ambiguous(mapping.columns());
        if (!ambiguous.isEmpty()) {
            throw FileProblems.invalidFile(
                    Detail.of("Several columns have the same name: {0}.", String.join(", ", ambiguous)));
        }
        return new DetectedHeader(mapping, header);
    }

    private static List<SheetHeader> candidateHeaders(Path file, Mapping.SheetLayout sheetLayout) throws IOException {
        int last = Math.max(LOOKED_AT, sheetLayout.header().orElse(0));
        var headers = new ArrayList<SheetHeader>();
        try (var sheetRowReader = SheetRowReader.of(file, sheetLayout)) {
            for (var row = sheetRowReader.next();
                    row.isPresent() && row.get().number() <= last;
                    row = sheetRowReader.next()) {
                boolean isStated = sheetLayout.header().orElse(row.get().number())
                        == row.get().number();
                if (isStated && !row.get().isBlank()) {
                    headers.add(new SheetHeader(row.get()));
                }
            }
        }
        if (headers.isEmpty()) {
            throw FileProblems.invalidFile(Detail.of("The file is empty."));
        }
        return headers;
    }

    private static ProblemException missing(Optional<SheetHeader> stated, List<SheetHeader> headers, Mapping mapping) {
        var columns = mapping.columns();
        var nearest = stated.or(() -> headers.stream()
                .min(Comparator.comparingInt(it -> it.missing(columns).size())));
        var missing = nearest.map(it -> it.missing(columns)).orElse(List.copyOf(columns));
        var missingNames = String.join(", ", missing);
        return FileProblems.invalidFile(nearest.map(it -> Detail.of(
                        "No row has all of these columns: {0}. Row {1} has only: {2}.",
                        missingNames, it.rowNumber(), String.join(", ", it.names())))
                .orElseGet(() -> Detail.of(
                        "No row has all of these columns: {0}. The header row does not exist.", missingNames)));
    }
}
