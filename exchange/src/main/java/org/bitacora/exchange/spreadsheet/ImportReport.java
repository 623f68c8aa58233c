package org.bitacora.exchange.spreadsheet;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the sender of a file should check besides errors. Stored as JSON.
 *
 * @param activities the number of activities of the rows that were not rejected and have data
 * @param merged the number of rows that were merged into activities of earlier rows
 * @param repeated the number of merged rows that state the same as an earlier row
 * @param mergedRows the first merged rows
 * @param repeatedRows the first of them that state the same as an earlier row
 * @param warnings the warnings
 * @param columnValues the contents of columns; empty unless the import is a dry run
 */
public record ImportReport(
        int activities,
        int merged,
        int repeated,
        List<Integer> mergedRows,
        List<Integer> repeatedRows,
        List<ImportWarning> warnings,
        List<ImportColumnValues> columnValues) {

    /** The report of an import without rows. */
    static final ImportReport EMPTY = new ImportReport(0, 0, 0, List.of(), List.of(), List.of(), List.of());

    private static final int ROWS_SHOWN = 100;

    public ImportReport {
        mergedRows = List.copyOf(mergedRows);
        repeatedRows = List.copyOf(repeatedRows);
        warnings = List.copyOf(warnings);
        columnValues = List.copyOf(columnValues);
    }

    /** Returns the report after further results. Rows that were rejected or have no data are not merged. */
    ImportReport plus(List<ImportRowResult> results) {
        var accepted = results.stream().filter(ImportReport::isAccepted).toList();
        var nextMerged =
                accepted.stream().flatMap(it -> it.rows().stream().skip(1)).toList();
        var nextRepeated =
                accepted.stream().flatMap(it -> it.repeatedRowList().stream()).toList();
        return new ImportReport(
                activities + accepted.size(),
                merged + nextMerged.size(),
                repeated + nextRepeated.size(),
                firstRows(mergedRows, nextMerged),
                firstRows(repeatedRows, nextRepeated),
                warnings,
                columnValues);
    }

    private static boolean isAccepted(ImportRowResult result) {
        return switch (result.outcome()) {
            case ImportRowResult.NEW, ImportRowResult.CORRECTED, ImportRowResult.UNCHANGED -> true;
            default -> false;
        };
    }

    private static List<Integer> firstRows(List<Integer> rows, List<Integer> more) {
        if (more.isEmpty()) {
            return rows;
        }
        return Stream.concat(rows.stream(), more.stream())
                .sorted()
                .limit(ROWS_SHOWN)
                .toList();
    }

    /** Returns this report with the results of a survey of columns. */
    ImportReport with(List<ImportWarning> newWarnings, List<ImportColumnValues> newColumnValues) {
        return new ImportReport(activities, merged, repeated, mergedRows, repeatedRows, newWarnings, newColumnValues);
    }
}
