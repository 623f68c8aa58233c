package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.exchange.spreadsheet.mapping.Grown.Origin;

/** Makes the data of a row from what a mapping draws; what cannot be read is noted, and the rest goes on. */
final class Growing {

    private static final int MOST_PARTS = 1_000;

    private final Place place;
    private final Forms forms;
    private final List<Fault> faults;

    Growing(Place place, Forms forms, List<Fault> faults) {
        this.place = place;
        this.forms = forms;
        this.faults = faults;
    }

    /** What grows of a part: nothing, one value, or as many as its text is cut into. */
    List<Grown> grow(Part part) {
        return switch (part) {
            case Part.Constant(var value) -> List.of(new Grown.Given(value));
            case Part.Taken taken -> taken(taken);
            case Part.Fields(var parts) -> objects(parts);
            case Part.Items(var parts) -> {
                var items = new ArrayList<Grown>();
                parts.forEach(it -> items.addAll(grow(it)));
                items.removeIf(Grown.Gap.class::isInstance);
                yield items.isEmpty() ? List.of() : List.of(new Grown.Bunch(items));
            }
        };
    }

    /** The one value of a part; empty where it has none. */
    Optional<Grown> one(Part part) {
        var grown = new ArrayList<>(grow(part));
        grown.removeIf(Grown.Gap.class::isInstance);
        if (grown.isEmpty()) {
            return Optional.empty();
        }
        if (grown.size() > 1) {
            fault(grown.getFirst(), "One value is wanted here, and it is cut into " + grown.size() + ".");
        }
        return Optional.of(grown.getFirst());
    }

    private List<Grown> taken(Part.Taken taken) {
        var found = taken.column().cells(place, forms);
        if (found.cells().isEmpty()) {
            return List.of();
        }
        if (found.cells().size() > MOST_PARTS) {
            fault(
                    new Origin(taken.column().shown(), found.cells().getFirst().shown()),
                    "It is cut into more than " + MOST_PARTS + ".");
            return List.of();
        }
        var grown = new ArrayList<Grown>(found.cells().size());
        for (var cell : found.cells()) {
            if (forms.isBlank(cell)) {
                grown.add(new Grown.Gap());
            } else {
                read(taken, cell, found.isUsual()).ifPresent(grown::add);
            }
        }
        return grown;
    }

    private Optional<Grown> read(Part.Taken taken, Cell cell, boolean isUsual) {
        var origin = new Origin(taken.column().shown(), cell.shown());
        if (cell instanceof Cell.Broken) {
            fault(origin, "The spreadsheet itself has an error here.");
            return Optional.empty();
        }
        return switch (taken.as().read(cell, forms)) {
            case As.Reading.Of(var value) ->
                Optional.of(isUsual ? new Grown.Given(value) : new Grown.Leaf(value, origin));
            case As.Reading.Nothing() -> usual(taken);
            case As.Reading.Not(var reason) -> {
                fault(origin, reason);
                yield Optional.empty();
            }
        };
    }

    /** What is usual, where a cell says nothing of it: a currency, where it holds a bare number. */
    private Optional<Grown> usual(Part.Taken taken) {
        return taken.as().read(taken.column().usual(), forms) instanceof As.Reading.Of(var value)
                ? Optional.of(new Grown.Given(value))
                : Optional.empty();
    }

    /** The top of the data: an object even where nothing stands in the row. */
    Grown.Branch root(Part.Fields fields) {
        Map<String, Grown> members = new LinkedHashMap<>();
        fields.parts().forEach((name, part) -> one(part).ifPresent(it -> members.put(name, it)));
        return new Grown.Branch(members);
    }

    private List<Grown> objects(Map<String, Part> parts) {
        Map<String, List<Grown>> columns = new LinkedHashMap<>();
        boolean takes = false;
        boolean has = false;
        for (var part : parts.entrySet()) {
            var grown = grow(part.getValue());
            boolean isTaken = part.getValue().takes();
            takes |= isTaken;
            has |= isTaken && grown.stream().anyMatch(Growing::isOfARow);
            columns.put(part.getKey(), grown);
        }
        return takes && !has ? List.of() : rows(columns, takes);
    }

    private static boolean isOfARow(Grown grown) {
        return !grown.origin(List.of()).equals(Origin.NONE);
    }

    private List<Grown> rows(Map<String, List<Grown>> columns, boolean takes) {
        int most = columns.values().stream().mapToInt(List::size).max().orElse(0);
        columns.values().stream()
                .filter(it -> it.size() > 1 && it.size() < most)
                .findFirst()
                .ifPresent(it -> fault(
                        it.getFirst(),
                        "It is cut into " + it.size() + ", and what stands beside it into " + most + "."));
        var rows = new ArrayList<Grown>();
        for (int i = 0; i < most; i++) {
            Map<String, Grown> members = new LinkedHashMap<>();
            for (var column : columns.entrySet()) {
                var values = column.getValue();
                var value = values.isEmpty() ? new Grown.Gap() : values.get(Math.min(i, values.size() - 1));
                if (!(value instanceof Grown.Gap)) {
                    members.put(column.getKey(), value);
                }
            }
            if (!takes || members.values().stream().anyMatch(Growing::isOfARow)) {
                rows.add(new Grown.Branch(members));
            }
        }
        return rows;
    }

    private void fault(Grown at, String reason) {
        fault(at.origin(List.of()), reason);
    }

    private void fault(Origin origin, String reason) {
        faults.add(new Fault(place.row().number(), origin.column(), origin.shown(), reason));
    }
}
