package org.bitacora.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitacora.exchange.spreadsheet.ImportRowResult.CellError;

/**
 * The progress of an import, in rows.
 *
 * @param total the number of rows below the header
 * @param position the position of the last appended event; 0 if none
 * @param errors the first errors
 * @param errorGroups the errors by column and reason
 * @param report merged rows, warnings and the contents of columns
 */
record ImportProgress(
        int total,
        int done,
        int added,
        int corrected,
        int unchanged,
        int rejected,
        int skipped,
        long position,
        List<CellError> errors,
        List<ImportErrorGroup> errorGroups,
        ImportReport report) {

    private static final int ERRORS_SHOWN = 100;

    ImportProgress {
        errors = List.copyOf(errors);
        errorGroups = List.copyOf(errorGroups);
    }

    static ImportProgress start(int total) {
        return new ImportProgress(total, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), ImportReport.EMPTY);
    }

    /** The progress after further outcomes and rows without data. */
    ImportProgress plus(List<ImportRowResult> outcomes, int emptyRows) {
        long last = outcomes.stream()
                .flatMap(it -> it.events().stream())
                .mapToLong(it -> it.position() == null ? 0 : it.position())
                .max()
                .orElse(0);
        return new ImportProgress(
                total,
                done + emptyRows + rows(outcomes.stream()),
                added + rows(outcomes, ImportRowResult.NEW),
                corrected + rows(outcomes, ImportRowResult.CORRECTED),
                unchanged + rows(outcomes, ImportRowResult.UNCHANGED),
                rejected + rows(outcomes, ImportRowResult.REJECTED),
                skipped + emptyRows + rows(outcomes, ImportRowResult.SKIPPED),
                Math.max(position, last),
                firstErrors(outcomes),
                ImportErrorGroup.plus(errorGroups, outcomes.stream().flatMap(it -> it.errors().stream())),
                report.plus(outcomes));
    }

    /** The progress with another report. */
    ImportProgress with(ImportReport otherReport) {
        return new ImportProgress(
                total,
                done,
                added,
                corrected,
                unchanged,
                rejected,
                skipped,
                position,
                errors,
                errorGroups,
                otherReport);
    }

    private static int rows(List<ImportRowResult> outcomes, String outcome) {
        return rows(outcomes.stream().filter(it -> it.outcome().equals(outcome)));
    }

    private static int rows(Stream<ImportRowResult> outcomes) {
        return outcomes.mapToInt(it -> it.rows().size()).sum();
    }

    private List<CellError> firstErrors(List<ImportRowResult> outcomes) {
        if (errors.size() == ERRORS_SHOWN) {
            return errors;
        }
        var all = new ArrayList<>(errors);
        outcomes.stream()
                .flatMap(it -> it.errors().stream())
                .limit(ERRORS_SHOWN - errors.size())
                .forEach(all::add);
        return all;
    }
}
