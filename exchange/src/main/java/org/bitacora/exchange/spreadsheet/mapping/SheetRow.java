package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number its number as spreadsheet programs show it, from 1
 * @param cells its cells from the first column on
 */
public record SheetRow(int number, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The cell at an index, from 0; blank after the last cell. */
    public SheetCell cell(int index) {
        return index < cells.size() ? cells.get(index) : SheetCell.BLANK;
    }

    /** Returns whether all cells are blank. */
    public boolean isBlank() {
        return cells.stream().allMatch(SheetCell.BlankCell.class::isInstance);
    }

    /** The first text in the row; empty if there is none. */
    String firstText() {
        return cells.stream()
                .map(SheetCell::displayText)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }
}
