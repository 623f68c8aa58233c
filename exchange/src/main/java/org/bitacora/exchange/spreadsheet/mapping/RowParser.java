package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.refusal.Detail;

/** Parses the rows of a sheet with a mapping. */
public final class RowParser {

    private final Mapping mapping;
    private final SheetHeader sheetHeader;
    private final ActivityNameParser names;

    /** Creates a parser for the rows below a header that has all columns of the mapping. */
    public RowParser(Mapping mapping, SheetHeader sheetHeader) {
        this.mapping = mapping;
        this.sheetHeader = sheetHeader;
        this.names = new ActivityNameParser(mapping);
    }

    /** Returns the activity name of a row and the text it was derived from; empty if the row has no name. */
    public Optional<RowActivityName> activityName(SheetRow sheetRow) {
        return isData(sheetRow) ? names.parse(new RowContext(sheetHeader, sheetRow)) : Optional.empty();
    }

    /**
     * An activity name.
     *
     * @param activity the name
     * @param sourceText the text in the sheet; different texts may map to the same name
     * @param alternatives the names under which the log may already have the activity
     */
    public record RowActivityName(String activity, String sourceText, List<String> alternatives) {
        public RowActivityName {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * A row whose activity is known but whose data is not yet parsed.
     *
     * @param activity the name of the activity; empty if the row has none
     * @param hasEvents whether the row may state events
     */
    public record ScannedRow(SheetRow row, String activity, boolean hasEvents) {

        /** Returns the same row of an activity with another name. */
        public ScannedRow withActivity(String name) {
            return new ScannedRow(row, name, hasEvents);
        }
    }

    /**
     * Determines the activity of a row. Rows must be scanned in order, because a row may continue the activity of the
     * row above.
     */
    public ScannedRow scan(SheetRow sheetRow) {
        if (!isData(sheetRow)) {
            return new ScannedRow(sheetRow, "", false);
        }
        var rowContext = new RowContext(sheetHeader, sheetRow);
        var name = names.parse(rowContext).map(RowActivityName::activity).orElse("");
        return new ScannedRow(
                sheetRow, name, mapping.events().stream().anyMatch(it -> matchesConditions(it, rowContext)));
    }

    /** Parses a row. Thread-safe. */
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
                    Detail.of("The cell names the activity and must not be blank.")));
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
        var stated =
                mapping.events().stream().filter(it -> isStated(it, rowContext)).toList();
        return stated.isEmpty() ? List.of() : new StepParser(mapping, rowContext, faults).parse(stated);
    }

    /** Returns whether a row fulfils the conditions of an event. */
    private static boolean matchesConditions(Mapping.EventRule eventRule, RowContext rowContext) {
        return eventRule.conditions().entrySet().stream().allMatch(it -> it.getValue()
                .contains(TextNormalizer.normalize(rowContext.cell(it.getKey()).displayText())));
    }

    /** Returns whether a row states an event. A row whose date cell is blank does not state it. */
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
