package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a sheet, as a mapping says. */
public final class RowParser {

    private final Mapping mapping;
    private final SheetHeader sheetHeader;
    private final ActivityNameParser names;

    /** For the rows beneath a header that has all columns of the mapping. */
    public RowParser(Mapping mapping, SheetHeader sheetHeader) {
        this.mapping = mapping;
        this.sheetHeader = sheetHeader;
        this.names = new ActivityNameParser(mapping);
    }

    /** The name of the activity of a row, and the text that it was made of; empty where it has none. */
    public Optional<RowActivityName> activityName(SheetRow sheetRow) {
        return isData(sheetRow) ? names.parse(new RowContext(sheetHeader, sheetRow)) : Optional.empty();
    }

    /**
     * The name of an activity.
     *
     * @param activity the name
     * @param sourceText what stands in the sheet: two texts may come to the same name
     */
    public record RowActivityName(String activity, String sourceText) {}

    /**
     * A row whose activity is known, and that is still to be read.
     *
     * @param activity the name of the activity; empty where it names none
     * @param hasEvents whether it may say anything of it
     */
    public record ScannedRow(SheetRow row, String activity, boolean hasEvents) {}

    /** Looks whose a row is. Rows are looked at in their order: one may go on with the activity of the row above. */
    public ScannedRow scan(SheetRow sheetRow) {
        if (!isData(sheetRow)) {
            return new ScannedRow(sheetRow, "", false);
        }
        var rowContext = new RowContext(sheetHeader, sheetRow);
        var name = names.parse(rowContext).map(RowActivityName::activity).orElse("");
        return new ScannedRow(
                sheetRow, name, mapping.events().stream().anyMatch(it -> matchesConditions(it, rowContext)));
    }

    /** What a row says; many threads may read at once. */
    public RowResult parse(ScannedRow scannedRow) {
        int number = scannedRow.row().number();
        if (!scannedRow.hasEvents()) {
            return new RowResult.EmptyRow(number, scannedRow.activity());
        }
        var faults = new ArrayList<CellFault>();
        var steps = steps(new RowContext(sheetHeader, scannedRow.row()), faults);
        if (scannedRow.activity().isEmpty()) {
            faults.add(new CellFault(
                    number,
                    String.join(" + ", names.columns()),
                    "",
                    "It names the activity, and nothing stands in it."));
        }
        return faults.isEmpty()
                ? new RowResult.StepRow(number, scannedRow.activity(), steps)
                : new RowResult.InvalidRow(number, scannedRow.activity(), faults);
    }

    private boolean isData(SheetRow sheetRow) {
        return sheetRow.number() > sheetHeader.rowNumber()
                && !sheetRow.isBlank()
                && !sheetHeader.isRepeatedBy(sheetRow)
                && mapping.layout().skip().stream().noneMatch(it -> TextNormalizer.normalize(sheetRow.firstText())
                        .startsWith(TextNormalizer.normalize(it)));
    }

    private List<RowResult.ActivityStep> steps(RowContext rowContext, List<CellFault> faults) {
        var told =
                mapping.events().stream().filter(it -> isStated(it, rowContext)).toList();
        return told.isEmpty() ? List.of() : new StepParser(mapping, rowContext, faults).parse(told);
    }

    /** Whether an event can be of this row at all. */
    private static boolean matchesConditions(Mapping.EventRule eventRule, RowContext rowContext) {
        return eventRule.conditions().entrySet().stream().allMatch(it -> it.getValue()
                .contains(TextNormalizer.normalize(rowContext.cell(it.getKey()).displayText())));
    }

    /** Whether the row tells it; where the day on which it was is deleted, it no longer does. */
    private boolean isStated(Mapping.EventRule eventRule, RowContext rowContext) {
        return matchesConditions(eventRule, rowContext)
                && eventRule
                        .date()
                        .flatMap(on -> on.columnNodes().findFirst())
                        .map(on -> !on.column()
                                .cells(rowContext, mapping.forms())
                                .cells()
                                .isEmpty())
                        .orElse(true);
    }
}
