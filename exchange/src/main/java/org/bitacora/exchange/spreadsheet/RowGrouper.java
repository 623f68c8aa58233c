package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitacora.exchange.spreadsheet.mapping.RowParser;
import org.bitacora.exchange.spreadsheet.mapping.RowParser.ScannedRow;

/** Goes through the rows of a file and hands on those of an activity together, as soon as the last of them is there. */
final class RowGrouper implements AutoCloseable {

    private final SheetRowReader sheetRowReader;
    private final RowParser reader;
    private final ActivityNameIndex activityNameIndex;
    private final Map<String, List<ScannedRow>> incomplete = new LinkedHashMap<>();

    RowGrouper(ImportPlan plan, ActivityNameIndex activityNameIndex) throws IOException {
        this.sheetRowReader = SheetRowReader.of(plan.path(), plan.mapping().layout());
        this.reader = new RowParser(plan.mapping(), plan.header());
        this.activityNameIndex = activityNameIndex;
        skipTo(plan.header().rowNumber());
    }

    private void skipTo(int header) throws IOException {
        for (var row = sheetRowReader.next();
                row.isPresent() && row.get().number() < header;
                row = sheetRowReader.next()) {}
    }

    /**
     * Some activities of the file.
     *
     * @param groups the rows of each
     * @param emptyRows how many rows among them say nothing
     * @param isLast whether the file is at its end
     */
    record UnparsedBatch(List<UnparsedRows> groups, int emptyRows, boolean isLast) {}

    /** The next activities, at most so many, unless all rows that are left say nothing. */
    UnparsedBatch nextBatch(int most) throws IOException {
        var activities = new ArrayList<UnparsedRows>();
        int silent = 0;
        while (activities.size() < most && silent < most) {
            var row = sheetRowReader.next();
            if (row.isEmpty()) {
                incomplete.forEach((name, seen) -> emit(name, seen, activities));
                incomplete.clear();
                return new UnparsedBatch(activities, silent, true);
            }
            var scannedRow = reader.scan(row.get());
            silent += scannedRow.hasEvents() ? 0 : 1;
            collect(scannedRow, activities);
        }
        return new UnparsedBatch(activities, silent, false);
    }

    /** A row that says nothing of an activity is waited for as well: it was counted among those that name it. */
    private void collect(ScannedRow scannedRow, List<UnparsedRows> activities) {
        var name = scannedRow.activity();
        if (name.isEmpty()) {
            emit(name, List.of(scannedRow), activities);
            return;
        }
        var together = incomplete.computeIfAbsent(name, _ -> new ArrayList<>(1));
        together.add(scannedRow);
        if (together.size() == activityNameIndex.rowCount(name)) {
            incomplete.remove(name);
            emit(name, together, activities);
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
