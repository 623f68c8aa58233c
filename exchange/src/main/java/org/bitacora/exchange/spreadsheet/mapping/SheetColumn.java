package org.bitacora.exchange.spreadsheet.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a value stands.
 *
 * @param names the columns; with several, what stands in them is joined
 * @param join what is put between several
 * @param split at what the text is cut into several; {@link #NO_SPLIT} where it is not
 * @param partIndex which of the cut parts is meant, from 1, or from the end from -1; 0 for all of them
 * @param values what stands for what: folded texts, and what each means
 * @param defaultCell what a cell means that says nothing; blank where it means nothing
 */
record SheetColumn(
        List<String> names,
        String join,
        Pattern split,
        int partIndex,
        Map<String, String> values,
        SheetCell defaultCell) {

    /** Cuts nothing. */
    static final Pattern NO_SPLIT = Pattern.compile("(?!)");

    SheetColumn {
        names = List.copyOf(names);
        values = Map.copyOf(values);
    }

    /** The column of that name, as it stands. */
    static SheetColumn named(String name) {
        return new SheetColumn(List.of(name), " ", NO_SPLIT, 0, Map.of(), SheetCell.BLANK);
    }

    /** The name that errors give. */
    String displayName() {
        return names.size() == 1 ? names.getFirst() : String.join(" + ", names);
    }

    /** Whether each cell of one column is one value, unchanged. */
    boolean isPlain() {
        return names.size() == 1 && split == NO_SPLIT && values.isEmpty();
    }

    /**
     * What stands in a place.
     *
     * @param cells one cell, or as many as the text is cut into, the gaps among them; or none
     * @param isDefault whether nothing stands there, and this is what is usual
     */
    record ColumnCells(List<SheetCell> cells, boolean isDefault) {}

    /** What stands there. */
    ColumnCells cells(RowContext rowContext, SheetFormats sheetFormats) {
        var whole = joinedCell(rowContext, sheetFormats);
        if (sheetFormats.isBlank(whole)) {
            return new ColumnCells(defaultCell instanceof SheetCell.BlankCell ? List.of() : List.of(defaultCell), true);
        }
        if (split == NO_SPLIT) {
            var meant = translate(whole);
            return new ColumnCells(sheetFormats.isBlank(meant) ? List.of() : List.of(meant), false);
        }
        return new ColumnCells(parts(whole).stream().map(this::translate).toList(), false);
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

    private SheetCell translate(SheetCell sheetCell) {
        if (values.isEmpty()) {
            return sheetCell;
        }
        var meaning = values.get(TextNormalizer.normalize(sheetCell.displayText()));
        return meaning == null ? sheetCell : SheetCell.of(meaning);
    }
}
