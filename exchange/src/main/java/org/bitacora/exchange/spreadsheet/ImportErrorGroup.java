package org.bitacora.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitacora.exchange.spreadsheet.ImportRowResult.CellError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The errors of an import with the same reason in the same column.
 *
 * @param column the name of the column; empty if the errors concern whole rows
 * @param reason why the cells are invalid
 * @param count the number of errors
 * @param rows the first row numbers, as spreadsheet programs show them
 * @param values the first different contents of the cells
 */
@Schema(name = "ImportErrorGroup", description = "The errors of an import with the same reason in the same column")
public record ImportErrorGroup(
        @Schema(examples = "Fecha", description = "The name of the column; empty if the errors concern whole rows")
        String column,

        String reason,
        @Schema(examples = "12") int count,

        @Schema(description = "The first row numbers, as spreadsheet programs show them", maxItems = 5)
        List<Integer> rows,

        @Schema(description = "The first different contents of the cells", maxItems = 5)
        List<String> values) {

    private static final int SHOWN = 5;
    private static final int MAX_GROUPS = 100;

    public ImportErrorGroup {
        rows = List.copyOf(rows);
        values = List.copyOf(values);
    }

    /** Returns the groups after further errors. Errors that would start more than 100 groups are not grouped. */
    static List<ImportErrorGroup> plus(List<ImportErrorGroup> groups, Stream<CellError> errors) {
        var all = new ArrayList<>(groups);
        errors.forEach(error -> add(all, error));
        return all;
    }

    private static void add(List<ImportErrorGroup> groups, CellError error) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).contains(error)) {
                groups.set(i, groups.get(i).with(error));
                return;
            }
        }
        if (groups.size() < MAX_GROUPS) {
            groups.add(new ImportErrorGroup(
                    error.column(), error.reason(), 1, List.of(error.row()), List.of(error.value())));
        }
    }

    private boolean contains(CellError error) {
        return column.equals(error.column()) && reason.equals(error.reason());
    }

    private ImportErrorGroup with(CellError error) {
        return new ImportErrorGroup(
                column,
                reason,
                count + 1,
                rows.size() < SHOWN ? plusItem(rows, error.row()) : rows,
                values.size() < SHOWN && !values.contains(error.value()) ? plusItem(values, error.value()) : values);
    }

    private static <T> List<T> plusItem(List<T> items, T item) {
        return Stream.concat(items.stream(), Stream.of(item)).toList();
    }
}
