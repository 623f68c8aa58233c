package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The columns of a value and how their texts are converted.
 *
 * @param names the columns; the texts of several columns are joined
 * @param join the separator of joined texts
 * @param split the pattern at which the text is split; {@link #NO_SPLIT} if it is not split
 * @param partIndex the part of a split text to use, from 1, or from the end from -1; 0 for all parts
 * @param values the replacements of texts
 * @param defaultCell the cell that replaces a blank one; blank if there is no default
 */
record SheetColumn(
        List<String> names, String join, Pattern split, int partIndex, TextReplacements values, SheetCell defaultCell) {

    /** Matches nothing, so the text is not split. */
    static final Pattern NO_SPLIT = Pattern.compile("(?!)");

    SheetColumn {
        names = List.copyOf(names);
    }

    /** Returns a column without conversions. */
    static SheetColumn named(String name) {
        return new SheetColumn(List.of(name), " ", NO_SPLIT, 0, TextReplacements.NONE, SheetCell.BLANK);
    }

    /** The column name in error messages. */
    String displayName() {
        return names.size() == 1 ? names.getFirst() : String.join(" + ", names);
    }

    /** Returns whether the value is the unconverted cell of one column. */
    boolean isPlain() {
        return names.size() == 1 && split == NO_SPLIT && values.isEmpty();
    }

    /**
     * The cells of a value.
     *
     * @param cells the cell, or one for each part of a split text, including blank ones; may be empty
     * @param isDefault whether the columns are blank and this is the default
     */
    record ColumnCells(List<SheetCell> cells, boolean isDefault) {}

    /** Returns the cells of a row. */
    ColumnCells cells(RowContext rowContext, SheetFormats sheetFormats) {
        var whole = joinedCell(rowContext, sheetFormats);
        if (sheetFormats.isBlank(whole)) {
            return new ColumnCells(defaultCell instanceof SheetCell.BlankCell ? List.of() : List.of(defaultCell), true);
        }
        if (split == NO_SPLIT) {
            var translated = values.apply(whole, sheetFormats);
            return new ColumnCells(sheetFormats.isBlank(translated) ? List.of() : List.of(translated), false);
        }
        return new ColumnCells(
                parts(whole).stream().map(it -> values.apply(it, sheetFormats)).toList(), false);
    }

    /** Returns the cells of a row before their texts are replaced, without blank cells and errors. */
    List<SheetCell> originalCells(RowContext rowContext, SheetFormats sheetFormats) {
        var whole = joinedCell(rowContext, sheetFormats);
        return (split == NO_SPLIT ? List.of(whole) : parts(whole))
                .stream()
                        .filter(it -> !sheetFormats.isBlank(it) && !(it instanceof SheetCell.ErrorCell))
                        .toList();
    }

    private SheetCell joinedCell(RowContext rowContext, SheetFormats sheetFormats) {
        if (names.size() == 1) {
            return rowContext.cell(names.getFirst());
        }
        var cells = names.stream()
                .map(rowContext::cell)
                .filter(it -> !sheetFormats.isBlank(it))
                .toList();
        return cells.stream()
                .filter(SheetCell.ErrorCell.class::isInstance)
                .findFirst()
                .orElseGet(() ->
                        SheetCell.of(cells.stream().map(SheetCell::displayText).collect(Collectors.joining(join))));
    }

    private List<SheetCell> parts(SheetCell whole) {
        if (!(whole instanceof SheetCell.TextCell(var text))) {
            return List.of(whole);
        }
        var parts = split.splitAsStream(text).map(SheetCell::of).toList();
        return partIndex == 0 ? parts : nth(parts).stream().toList();
    }

    private Optional<SheetCell> nth(List<SheetCell> parts) {
        int index = partIndex > 0 ? partIndex - 1 : parts.size() + partIndex;
        return index >= 0 && index < parts.size() ? Optional.of(parts.get(index)) : Optional.empty();
    }
}
