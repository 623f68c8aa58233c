package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The header of a sheet: the names of its columns. Case, accents and spaces do not matter. */
public final class SheetHeader {

    private final SheetRow sheetRow;
    private final Map<String, List<Integer>> indexesByName = new HashMap<>();
    private final Map<String, Integer> cachedIndexes = new ConcurrentHashMap<>();

    /** Creates the header from a row. */
    public SheetHeader(SheetRow sheetRow) {
        this.sheetRow = sheetRow;
        for (int i = 0; i < sheetRow.cells().size(); i++) {
            var name = TextNormalizer.normalize(sheetRow.cell(i).displayText());
            if (!name.isEmpty()) {
                indexesByName.computeIfAbsent(name, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    /** The number of the header row. */
    public int rowNumber() {
        return sheetRow.number();
    }

    /** The names as they are written. */
    public List<String> names() {
        return sheetRow.cells().stream()
                .map(SheetCell::displayText)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** Returns whether the header has all of these columns. */
    public boolean hasAll(Collection<String> names) {
        return names.stream().allMatch(name -> indexesByName.containsKey(TextNormalizer.normalize(name)));
    }

    /** The columns that the header lacks. */
    public List<String> missing(Collection<String> names) {
        return names.stream()
                .filter(name -> !indexesByName.containsKey(TextNormalizer.normalize(name)))
                .toList();
    }

    /** The columns that the header has more than once, so that their names are ambiguous. */
    public List<String> ambiguous(Collection<String> names) {
        return names.stream()
                .filter(name -> indexesByName
                                .getOrDefault(TextNormalizer.normalize(name), List.of())
                                .size()
                        > 1)
                .toList();
    }

    /** The columns that a mapping does not use, as they are written. */
    public List<String> unused(Collection<String> used) {
        var normalized = used.stream().map(TextNormalizer::normalize).collect(Collectors.toSet());
        return names().stream()
                .filter(name -> !normalized.contains(TextNormalizer.normalize(name)))
                .distinct()
                .toList();
    }

    /** The index of an existing column. The index is cached under the name as written. */
    int indexOf(String name) {
        return cachedIndexes.computeIfAbsent(name, it -> indexesByName
                .getOrDefault(TextNormalizer.normalize(it), List.of())
                .getFirst());
    }

    /** Returns whether a row repeats the header, as printed sheets do on each page. */
    boolean isRepeatedBy(SheetRow other) {
        return sheetRow.cells().equals(other.cells());
    }
}
