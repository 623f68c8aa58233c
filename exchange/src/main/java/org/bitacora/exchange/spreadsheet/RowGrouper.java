package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.exchange.spreadsheet.file.SheetRowReader;
import org.bitacora.exchange.spreadsheet.mapping.ColumnSurvey;
import org.bitacora.exchange.spreadsheet.mapping.RowParser;
import org.bitacora.exchange.spreadsheet.mapping.RowParser.ScannedRow;

/** Reads the rows of a file and groups them by activity. A group is complete as soon as its last row was read. */
final class RowGrouper implements AutoCloseable {

    private final SheetRowReader sheetRowReader;
    private final RowParser reader;
    private final ActivityNameIndex activityNameIndex;
    private final ColumnSurvey columnSurvey;
    private final Map<String, List<ScannedRow>> incomplete = new LinkedHashMap<>();

    /** Opens the file of an import. Rows that may state events are added to the survey. */
    RowGrouper(ImportPlan plan, ActivityNameIndex activityNameIndex, ColumnSurvey columnSurvey) throws IOException {
        this.sheetRowReader = SheetRowReader.of(plan.path(), plan.mapping().layout());
        this.reader = new RowParser(plan.mapping(), plan.header());
        this.activityNameIndex = activityNameIndex;
        this.columnSurvey = columnSurvey;
        skipTo(plan.header().rowNumber());
    }

    private void skipTo(int header) throws IOException {
        for (var row = sheetRowReader.next();
                row.isPresent() && row.get().number() < header;
                row = sheetRowReader.next()) {}
    }

    /**
     * A batch of activities.
     *
     * @param groups the rows of each activity
     * @param emptyRows the number of rows without data in the batch
     * @param isLast whether the file has no more rows
     */
    record UnparsedBatch(List<UnparsedRows> groups, int emptyRows, boolean isLast) {}

    /** Returns the next batch, with at most {@code most} activities and about as many rows without data. */
    UnparsedBatch nextBatch(int most) throws IOException {
        var activities = new ArrayList<UnparsedRows>();
        int emptyRows = 0;
        while (activities.size() < most && emptyRows < most) {
            var row = sheetRowReader.next();
            if (row.isEmpty()) {
                incomplete.forEach((name, seen) -> emit(name, seen, activities));
                incomplete.clear();
                return new UnparsedBatch(activities, emptyRows, true);
            }
            var named = reader.scan(row.get());
            var scannedRow = named.withActivity(activityNameIndex.recordedName(named.activity()));
            if (scannedRow.hasEvents()) {
                columnSurvey.add(row.get());
            } else {
                emptyRows++;
            }
            collect(scannedRow, activities);
        }
        return new UnparsedBatch(activities, emptyRows, false);
    }

    /** Adds a row to its group. Rows without data count as well, because {@link ActivityNameIndex} counted them. */
    private void collect(ScannedRow scannedRow, List<UnparsedRows> activities) {
        var name = scannedRow.activity();
        if (name.isEmpty()) {
            emit(name, List.of(scannedRow), activities);
            return;
        }
        var group = incomplete.computeIfAbsent(name, _ -> new ArrayList<>(1));
        group.add(scannedRow);
        if (group.size() == activityNameIndex.rowCount(name)) {
            incomplete.remove(name);
            emit(name, group, activities);
        }
    }

    private static void emit(String name, List<ScannedRow> rows, List<UnparsedRows> activities) {
        if (rows.stream().anyMatch(ScannedRow::hasEvents)) {
            activities.add(new UnparsedRows(name, rows));
        }
    }

    @Override
    public void close() throws IOException {
        sheetRowReader.close();
    }
}
