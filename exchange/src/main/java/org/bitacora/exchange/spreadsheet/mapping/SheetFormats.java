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
record SheetFormats(List<SheetDateFormat> dates, SheetNumberFormat numbers, Set<String> blanks) {

    SheetFormats {
        dates = List.copyOf(dates);
        blanks = Set.copyOf(blanks);
    }

    /** Whether nothing stands in a cell, as this sheet writes it. */
    boolean isBlank(SheetCell sheetCell) {
        return sheetCell instanceof SheetCell.BlankCell
                || (!blanks.isEmpty()
                        && sheetCell instanceof SheetCell.TextCell(var text)
                        && blanks.contains(TextNormalizer.normalize(text)));
    }
}
