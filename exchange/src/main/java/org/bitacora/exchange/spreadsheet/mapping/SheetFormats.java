package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;
import java.util.Set;

/**
 * The formats of a sheet.
 *
 * @param dates the date formats, tried in this order
 * @param numbers the format of numbers that are texts
 * @param blanks texts that mean a blank cell, such as {@code -} or {@code s/d}, normalized
 */
record SheetFormats(List<SheetDateFormat> dates, SheetNumberFormat numbers, Set<String> blanks) {

    SheetFormats {
        dates = List.copyOf(dates);
        blanks = Set.copyOf(blanks);
    }

    /** Returns whether a cell is blank in this sheet. */
    boolean isBlank(SheetCell sheetCell) {
        return sheetCell instanceof SheetCell.BlankCell
                || (!blanks.isEmpty()
                        && sheetCell instanceof SheetCell.TextCell(var text)
                        && blanks.contains(TextNormalizer.normalize(text)));
    }
}
