package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number its number as a spreadsheet program shows it, from 1
 * @param cells what stands in it, from its first column on
 */
public record SheetRow(int number, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The cell at a place, from 0; blank beyond the last. */
    public SheetCell cell(int place) {
        return place < cells.size() ? cells.get(place) : SheetCell.BLANK;
    }

    /** Whether nothing stands in it. */
    public boolean isBlank() {
        return cells.stream().allMatch(SheetCell.BlankCell.class::isInstance);
    }

    /** The first text that stands in it; empty where none does. */
    String firstText() {
        return cells.stream()
                .map(SheetCell::displayText)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }
}
