package org.bitacora.exchange.spreadsheet.mapping;

import static org.bitacora.domain.json.JsonText.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;

/** Sheets for tests: rows of texts with bars between the cells, the first row the header. */
final class Sheets {

    private Sheets() {}

    static Mapping mapping(String text) {
        return switch (MappingReader.read(json(text))) {
            case MappingReader.Read.Made(var mapping) -> mapping;
            case MappingReader.Read.Wrong(var violations) -> throw new AssertionError(violations.toString());
        };
    }

    static Row row(int number, String cells) {
        return new Row(
                number, Arrays.stream(cells.split("\\|", -1)).map(Cell::of).toList());
    }

    /** What each row after the first says. */
    static List<RowRead> read(String mapping, String... rows) {
        var reader = new RowReader(mapping(mapping), new Header(row(1, rows[0])));
        var read = new ArrayList<RowRead>();
        for (int i = 1; i < rows.length; i++) {
            read.add(reader.read(reader.look(row(i + 1, rows[i]))));
        }
        return read;
    }

    static RowRead.Told told(String mapping, String... rows) {
        return switch (read(mapping, rows).getLast()) {
            case RowRead.Told told -> told;
            case RowRead.Wrong(int _, var _, var faults) -> throw new AssertionError(faults.toString());
            case RowRead.Nothing _ -> throw new AssertionError("It says nothing");
        };
    }

    static Json.Obj data(String mapping, String... rows) {
        return told(mapping, rows).told().getFirst().data();
    }

    static List<Fault> faults(String mapping, String... rows) {
        return read(mapping, rows).stream()
                .flatMap(it -> it instanceof RowRead.Wrong(int _, var _, var faults) ? faults.stream() : Stream.empty())
                .toList();
    }
}
