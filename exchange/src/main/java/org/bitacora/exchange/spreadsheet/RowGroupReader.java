package org.bitacora.exchange.spreadsheet;

import org.bitacora.exchange.spreadsheet.mapping.RowGroup;
import org.bitacora.exchange.spreadsheet.mapping.RowParser;

/**
 * Reads the rows of an activity. The rows are parsed right before they are appended: rows that were parsed long before
 * are no longer in the CPU caches, and reading them again would take longer than parsing. Thread-safe.
 */
final class RowGroupReader {

    private final RowParser reader;
    private final ActivityNameIndex activityNameIndex;

    RowGroupReader(ImportPlan plan, ActivityNameIndex activityNameIndex) {
        this.reader = new RowParser(plan.mapping(), plan.header());
        this.activityNameIndex = activityNameIndex;
    }

    /** Reads the rows of an activity as a group. */
    RowGroup readGroup(UnparsedRows unparsedRows) {
        var rowGroup = new RowGroup(unparsedRows.activity());
        unparsedRows.rows().forEach(row -> rowGroup.add(reader.parse(row)));
        rowGroup.rows().stream()
                .findFirst()
                .flatMap(row -> activityNameIndex.nameConflict(unparsedRows.activity(), row))
                .ifPresent(rowGroup::add);
        return rowGroup;
    }
}
