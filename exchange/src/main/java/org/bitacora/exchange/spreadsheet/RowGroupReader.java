package org.bitacora.exchange.spreadsheet;

import org.bitacora.exchange.spreadsheet.mapping.RowGroup;
import org.bitacora.exchange.spreadsheet.mapping.RowParser;

/**
 * Reads what the rows of a file say. Each activity is read right before it is told: what is read long before has left the
 * caches of the processor by then, and going through it again costs more than reading it. Many threads may read at once.
 */
final class RowGroupReader {

    private final RowParser reader;
    private final ActivityNameIndex activityNameIndex;

    RowGroupReader(ImportPlan plan, ActivityNameIndex activityNameIndex) {
        this.reader = new RowParser(plan.mapping(), plan.header());
        this.activityNameIndex = activityNameIndex;
    }

    /** What the rows of an activity say together. */
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
