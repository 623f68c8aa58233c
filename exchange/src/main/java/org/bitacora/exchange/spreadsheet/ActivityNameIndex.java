package org.bitacora.exchange.spreadsheet;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.file.SheetRowReader;
import org.bitacora.exchange.spreadsheet.file.UnreadableFileException;
import org.bitacora.exchange.spreadsheet.mapping.CellFault;
import org.bitacora.exchange.spreadsheet.mapping.RowParser;
import org.bitacora.exchange.spreadsheet.mapping.SheetRow;

/**
 * The activity names in a file, counted before its rows are read. The counts show when all rows of an activity have
 * been read. The rows are then processed together, even if they are far apart in the file.
 */
final class ActivityNameIndex {

    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, String> sourceTexts = new HashMap<>();
    private final Set<String> ambiguousNames = new HashSet<>();
    private final Map<String, List<String>> alternatives = new HashMap<>();
    private final Map<String, String> recordedNames = new HashMap<>();
    private int total;
    private int filled;

    /**
     * Counts the rows below the header. Fails with {@link UnreadableFileException} if more than {@code most} of them
     * have content.
     */
    static int countRows(ImportPlan plan, int most) throws IOException {
        return new ActivityNameIndex().scan(plan, most, _ -> {}).total;
    }

    /** Scans a file. Fails with {@link UnreadableFileException} if more than {@code most} of its rows have content. */
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
                    filled += row.get().isBlank() ? 0 : 1;
                    each.accept(row.get());
                }
                if (filled > most) {
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
            if (!rowActivityName.alternatives().isEmpty()) {
                alternatives.putIfAbsent(rowActivityName.activity(), rowActivityName.alternatives());
            }
            var before = sourceTexts.putIfAbsent(rowActivityName.activity(), rowActivityName.sourceText());
            if (before != null && !before.equals(rowActivityName.sourceText())) {
                ambiguousNames.add(rowActivityName.activity());
            }
        });
    }

    /**
     * Looks up the names in the log. If the log does not contain an activity under its own name but under an
     * alternative name, the activity keeps that alternative name.
     *
     * @param findRecorded returns the given names that the log contains
     */
    void keepRecordedNames(Function<Collection<String>, Set<String>> findRecorded) {
        if (alternatives.isEmpty()) {
            return;
        }
        var names = new HashSet<>(alternatives.keySet());
        alternatives.values().forEach(names::addAll);
        var recorded = findRecorded.apply(names);
        alternatives.forEach((name, others) -> {
            if (!recorded.contains(name)) {
                others.stream().filter(recorded::contains).findFirst().ifPresent(it -> recordedNames.put(name, it));
            }
        });
        recordedNames.forEach((name, kept) -> {
            rows.merge(kept, rows.getOrDefault(name, 0), Integer::sum);
            if (ambiguousNames.contains(name)) {
                ambiguousNames.add(kept);
            }
        });
        alternatives.clear();
    }

    /**
     * Returns the name under which the log contains an activity; its own name if the log contains no alternative name.
     */
    String recordedName(String activity) {
        return recordedNames.getOrDefault(activity, activity);
    }

    /** The number of rows of an activity. */
    int rowCount(String activity) {
        return rows.getOrDefault(activity, 0);
    }

    /**
     * Returns the fault of an activity name that results from different texts of the sheet; empty if there is no
     * conflict.
     */
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
