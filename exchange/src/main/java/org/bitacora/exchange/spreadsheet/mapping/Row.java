package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number its number as a spreadsheet program shows it, from 1
 * @param cells what stands in it, from its first column on
 */
public record Row(int number, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell at a place, from 0; blank beyond the last. */
    public Cell at(int place) {
        return place < cells.size() ? cells.get(place) : Cell.BLANK;
    }

    /** Whether nothing stands in it. */
    public boolean isBlank() {
        return cells.stream().allMatch(Cell.Blank.class::isInstance);
    }

    /** The first text that stands in it; empty where none does. */
    String beginning() {
        return cells.stream()
                .map(Cell::shown)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }
}
