package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names of the columns; capitals, accents and spaces make no difference. */
public final class SheetHeader {

    private final SheetRow sheetRow;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    /** The header that a row is. */
    public SheetHeader(SheetRow sheetRow) {
        this.sheetRow = sheetRow;
        for (int i = 0; i < sheetRow.cells().size(); i++) {
            var name = TextNormalizer.normalize(sheetRow.cell(i).displayText());
            if (!name.isEmpty()) {
                places.computeIfAbsent(name, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    /** Where it stands. */
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

    /** Whether it names all of those. */
    public boolean hasAll(Collection<String> names) {
        return names.stream().allMatch(name -> places.containsKey(TextNormalizer.normalize(name)));
    }

    /** Those that it does not name. */
    public List<String> missing(Collection<String> names) {
        return names.stream()
                .filter(name -> !places.containsKey(TextNormalizer.normalize(name)))
                .toList();
    }

    /** Those that it names more than once: nobody knows which is meant. */
    public List<String> ambiguous(Collection<String> names) {
        return names.stream()
                .filter(name -> places.getOrDefault(TextNormalizer.normalize(name), List.of())
                                .size()
                        > 1)
                .toList();
    }

    /** The place of the column of that name, which it has; a name is looked for once, and then known as it is written. */
    int indexOf(String name) {
        return known.computeIfAbsent(name, it -> places.getOrDefault(TextNormalizer.normalize(it), List.of())
                .getFirst());
    }

    /** Whether a row repeats it, as printed sheets do on each page. */
    boolean isRepeatedBy(SheetRow other) {
        return sheetRow.cells().equals(other.cells());
    }
}
