package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bitacora.exchange.spreadsheet.mapping.CellFault;
import org.bitacora.exchange.spreadsheet.mapping.RowParser;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;

/**
 * The activities that the rows of a file name, looked at before its rows are read: how many rows tell of each, so that
 * those of one activity can be taken together wherever they stand.
 */
final class ActivityNameIndex {

    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, String> sourceTexts = new HashMap<>();
    private final Set<String> ambiguousNames = new HashSet<>();
    private int total;

    /** How many rows a file has beneath its header; fails with {@link UnreadableFileException} where there are more than that. */
    static int countRows(ImportPlan plan, int most) throws IOException {
        return new ActivityNameIndex().scan(plan, most, _ -> {}).total;
    }

    /** Looks at a file; fails with {@link UnreadableFileException} where it has more rows than that. */
    static ActivityNameIndex build(ImportPlan plan, int most) throws IOException {
        var activityNameIndex = new ActivityNameIndex();
        var reader = new RowParser(plan.mapping(), plan.header());
        return activityNameIndex.scan(plan, most, sheetRow -> activityNameIndex.add(reader, sheetRow));
    }

    private ActivityNameIndex scan(ImportPlan plan, int most, Consumer<SheetRow> each) throws IOException {
        try (var sheetRowReader = SheetRowReader.of(plan.path(), plan.mapping().layout())) {
            for (var row = sheetRowReader.next(); row.isPresent(); row = sheetRowReader.next()) {
                if (row.get().number() > plan.header().rowNumber()) {
                    total++;
                    each.accept(row.get());
                }
                if (total > most) {
                    throw new UnreadableFileException("It has more than " + most + " rows; cut it into several files.");
                }
            }
        }
        return this;
    }

    /** How many rows there are beneath the header. */
    int total() {
        return total;
    }

    private void add(RowParser reader, SheetRow sheetRow) {
        reader.activityName(sheetRow).ifPresent(rowActivityName -> {
            rows.merge(rowActivityName.activity(), 1, Integer::sum);
            var before = sourceTexts.putIfAbsent(rowActivityName.activity(), rowActivityName.sourceText());
            if (before != null && !before.equals(rowActivityName.sourceText())) {
                ambiguousNames.add(rowActivityName.activity());
            }
        });
    }

    /** How many rows tell of an activity. */
    int rowCount(String activity) {
        return rows.getOrDefault(activity, 0);
    }

    /** What is wrong with the name of an activity: that two texts come to it. */
    Optional<CellFault> nameConflict(String activity, int row) {
        return ambiguousNames.contains(activity)
                ? Optional.of(new CellFault(
                        row,
                        "",
                        activity,
                        "Different texts of the sheet come to this same name of an activity; tell them apart."))
                : Optional.empty();
    }
}
