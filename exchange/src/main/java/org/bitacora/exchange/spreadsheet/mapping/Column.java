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
 * @param split at what the text is cut into several; {@link #NOWHERE} where it is not
 * @param part which of the cut parts is meant, from 1, or from the end from -1; 0 for all of them
 * @param values what stands for what: folded texts, and what each means
 * @param usual what a cell means that says nothing; blank where it means nothing
 */
record Column(List<String> names, String join, Pattern split, int part, Map<String, String> values, Cell usual) {

    /** Cuts nothing. */
    static final Pattern NOWHERE = Pattern.compile("(?!)");

    Column {
        names = List.copyOf(names);
        values = Map.copyOf(values);
    }

    /** The column of that name, as it stands. */
    static Column named(String name) {
        return new Column(List.of(name), " ", NOWHERE, 0, Map.of(), Cell.BLANK);
    }

    /** The name that errors give. */
    String shown() {
        return names.size() == 1 ? names.getFirst() : String.join(" + ", names);
    }

    /** Whether each cell of one column is one value, unchanged. */
    boolean isPlain() {
        return names.size() == 1 && split == NOWHERE && values.isEmpty();
    }

    /**
     * What stands in a place.
     *
     * @param cells one cell, or as many as the text is cut into, the gaps among them; or none
     * @param isUsual whether nothing stands there, and this is what is usual
     */
    record Found(List<Cell> cells, boolean isUsual) {}

    /** What stands there. */
    Found cells(Place place, Forms forms) {
        var whole = whole(place, forms);
        if (forms.isBlank(whole)) {
            return new Found(usual instanceof Cell.Blank ? List.of() : List.of(usual), true);
        }
        if (split == NOWHERE) {
            var meant = meant(whole);
            return new Found(forms.isBlank(meant) ? List.of() : List.of(meant), false);
        }
        return new Found(parts(whole).stream().map(this::meant).toList(), false);
    }

    private Cell whole(Place place, Forms forms) {
        if (names.size() == 1) {
            return place.cell(names.getFirst());
        }
        var cells =
                names.stream().map(place::cell).filter(it -> !forms.isBlank(it)).toList();
        return cells.stream()
                .filter(Cell.Broken.class::isInstance)
                .findFirst()
                .orElseGet(() -> Cell.of(cells.stream().map(Cell::shown).collect(Collectors.joining(join))));
    }

    private List<Cell> parts(Cell whole) {
        if (!(whole instanceof Cell.Text(var text))) {
            return List.of(whole);
        }
        var parts = split.splitAsStream(text).map(Cell::of).toList();
        return part == 0 ? parts : nth(parts).stream().toList();
    }

    private Optional<Cell> nth(List<Cell> parts) {
        int index = part > 0 ? part - 1 : parts.size() + part;
        return index >= 0 && index < parts.size() ? Optional.of(parts.get(index)) : Optional.empty();
    }

    private Cell meant(Cell cell) {
        if (values.isEmpty()) {
            return cell;
        }
        var meaning = values.get(Folded.of(cell.shown()));
        return meaning == null ? cell : Cell.of(meaning);
    }
}
