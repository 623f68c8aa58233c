package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;
import java.util.Set;

/**
 * How a sheet writes.
 *
 * @param dates the forms of its dates, tried in this order
 * @param numbers the form of its numbers where they are texts
 * @param blanks texts that stand for nothing, such as {@code -} or {@code s/d}, folded
 */
record Forms(List<DateForm> dates, NumberForm numbers, Set<String> blanks) {

    Forms {
        dates = List.copyOf(dates);
        blanks = Set.copyOf(blanks);
    }

    /** Whether nothing stands in a cell, as this sheet writes it. */
    boolean isBlank(Cell cell) {
        return cell instanceof Cell.Blank
                || (!blanks.isEmpty() && cell instanceof Cell.Text(var text) && blanks.contains(Folded.of(text)));
    }
}
