package org.bitacora.exchange.spreadsheet.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;

/** Data as they grew from a row, each value with the cell that it came from. */
sealed interface Grown {

    /** A value from a cell. */
    record Leaf(Json value, Origin origin) implements Grown {}

    /** A value that every row has. */
    record Given(Json value) implements Grown {}

    /** A gap among the parts of a text: it keeps the place of its neighbours, and is nothing itself. */
    record Gap() implements Grown {}

    /** An object. */
    record Branch(Map<String, Grown> members) implements Grown {
        public Branch {
            members = new LinkedHashMap<>(members);
        }
    }

    /** A list. */
    record Bunch(List<Grown> items) implements Grown {
        public Bunch {
            items = List.copyOf(items);
        }
    }

    /** The cell of a value: the name of its column, and what a person sees in it. */
    record Origin(String column, String shown) {
        static final Origin NONE = new Origin("", "");
    }

    /** The data alone. */
    default Json json() {
        return switch (this) {
            case Leaf(var value, var _) -> value;
            case Given(var value) -> value;
            case Gap() -> new Json.Null();
            case Branch(var members) -> {
                var object = new LinkedHashMap<String, Json>();
                members.forEach((name, member) -> object.put(name, member.json()));
                yield new Json.Obj(object);
            }
            case Bunch(var items) -> Json.of(items, Grown::json);
        };
    }

    /** The cell that a place of the data came from, or the first of those beneath or around it. */
    default Origin origin(List<String> path) {
        var next = path.isEmpty() ? Optional.<Grown>empty() : child(path.getFirst());
        return next.map(it -> it.origin(path.subList(1, path.size())))
                .filter(it -> !it.equals(Origin.NONE))
                .or(() -> origins().findFirst())
                .orElse(Origin.NONE);
    }

    private Optional<Grown> child(String name) {
        return switch (this) {
            case Branch(var members) -> Optional.ofNullable(members.get(name));
            case Bunch(var items) ->
                name.matches("\\d{1,9}")
                        ? items.stream().skip(Long.parseLong(name)).findFirst()
                        : Optional.empty();
            case Leaf _, Given _, Gap _ -> Optional.empty();
        };
    }

    private Stream<Origin> origins() {
        return switch (this) {
            case Leaf(var _, var origin) -> Stream.of(origin);
            case Given _, Gap _ -> Stream.empty();
            case Branch(var members) -> members.values().stream().flatMap(Grown::origins);
            case Bunch(var items) -> items.stream().flatMap(Grown::origins);
        };
    }
}
