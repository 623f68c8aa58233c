package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.mapping.CellFault;
import org.bitacora.exchange.spreadsheet.mapping.RowParser;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;

/**
 * The activity names in a file, counted before its rows are read. The counts tell when all rows of an activity were
 * seen, so that they can be processed together wherever they are in the file.
 */
final class ActivityNameIndex {

    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, String> sourceTexts = new HashMap<>();
    private final Set<String> ambiguousNames = new HashSet<>();
    private int total;

    /**
     * Counts the rows below the header. Fails with {@link UnreadableFileException} if there are more than {@code most}.
     */
    static int countRows(ImportPlan plan, int most) throws IOException {
        return new ActivityNameIndex().scan(plan, most, _ -> {}).total;
    }

    /** Scans a file. Fails with {@link UnreadableFileException} if it has more than {@code most} rows. */
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
                    throw new UnreadableFileException(
                            Detail.of("The file has more than {0} rows; split it into several files.", most));
                }
            }
        }
        return this;
    }

    /** The number of rows below the header. */
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

    /** The number of rows of an activity. */
    int rowCount(String activity) {
        return rows.getOrDefault(activity, 0);
    }

    /** The fault of an activity name that different texts of the sheet map to; empty if there is no conflict. */
    Optional<CellFault> nameConflict(String activity, int row) {
        return ambiguousNames.contains(activity)
                ? Optional.of(
                        new CellFault(
                                row,
                                "",
                                activity,
                                Detail.of(
                                        "Different texts of the sheet result in the same activity name; change them so that the names differ.")))
                : Optional.empty();
    }
}
