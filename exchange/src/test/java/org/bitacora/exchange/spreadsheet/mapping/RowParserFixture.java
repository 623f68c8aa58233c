package org.bitacora.exchange.spreadsheet.mapping;

import static org.bitacora.domain.json.JsonText.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;

/** Parses sheets for tests: rows of texts separated by bars, with the header first. */
final class RowParserFixture {

    private RowParserFixture() {}

    static Mapping mapping(String text) {
        return switch (MappingParser.parse(json(text))) {
            case MappingParser.MappingResult.ValidMapping(var mapping) -> mapping;
            case MappingParser.MappingResult.InvalidMapping(var violations) ->
                throw new AssertionError(violations.toString());
        };
    }

    static SheetRow row(int number, String cells) {
        return new SheetRow(
                number, Arrays.stream(cells.split("\\|", -1)).map(SheetCell::of).toList());
    }

    /** Returns the results of all rows after the header. */
    static List<RowResult> read(String mapping, String... rows) {
        var reader = new RowParser(mapping(mapping), new SheetHeader(row(1, rows[0])));
        var read = new ArrayList<RowResult>();
        for (int i = 1; i < rows.length; i++) {
            read.add(reader.parse(reader.scan(row(i + 1, rows[i]))));
        }
        return read;
    }

    static RowResult.StepRow stepRow(String mapping, String... rows) {
        return switch (read(mapping, rows).getLast()) {
            case RowResult.StepRow stepRow -> stepRow;
            case RowResult.InvalidRow(int _, var _, var faults) -> throw new AssertionError(faults.toString());
            case RowResult.EmptyRow _ -> throw new AssertionError("The row has no data");
        };
    }

    static Json.Obj data(String mapping, String... rows) {
        return stepRow(mapping, rows).steps().getFirst().data();
    }

    static List<CellFault> faults(String mapping, String... rows) {
        return read(mapping, rows).stream()
                .flatMap(it ->
                        it instanceof RowResult.InvalidRow(int _, var _, var faults) ? faults.stream() : Stream.empty())
                .toList();
    }
}
