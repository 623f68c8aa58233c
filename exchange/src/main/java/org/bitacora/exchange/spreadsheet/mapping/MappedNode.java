package org.bitacora.exchange.spreadsheet.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;

/** Data as they grew from a row, each value with the cell that it came from. */
sealed interface MappedNode {

    /** A value from a cell. */
    record MappedCell(Json value, CellOrigin origin) implements MappedNode {}

    /** A value that every row has. */
    record MappedConstant(Json value) implements MappedNode {}

    /** A gap among the parts of a text: it keeps the place of its neighbours, and is nothing itself. */
    record MappedGap() implements MappedNode {}

    /** An object. */
    record MappedObject(Map<String, MappedNode> members) implements MappedNode {
        public MappedObject {
            members = new LinkedHashMap<>(members);
        }
    }

    /** A list. */
    record MappedList(List<MappedNode> items) implements MappedNode {
        public MappedList {
            items = List.copyOf(items);
        }
    }

    /** The cell of a value: the name of its column, and what a person sees in it. */
    record CellOrigin(String column, String displayText) {
        static final CellOrigin NONE = new CellOrigin("", "");
    }

    /** The data alone. */
    default Json toJson() {
        return switch (this) {
            case MappedCell(var value, var _) -> value;
            case MappedConstant(var value) -> value;
            case MappedGap() -> new Json.Null();
            case MappedObject(var members) -> {
                var object = new LinkedHashMap<String, Json>();
                members.forEach((name, member) -> object.put(name, member.toJson()));
                yield new Json.Obj(object);
            }
            case MappedList(var items) -> Json.of(items, MappedNode::toJson);
        };
    }

    /** The cell that a place of the data came from, or the first of those beneath or around it. */
    default CellOrigin origin(List<String> path) {
        var next = path.isEmpty() ? Optional.<MappedNode>empty() : child(path.getFirst());
        return next.map(it -> it.origin(path.subList(1, path.size())))
                .filter(it -> !it.equals(CellOrigin.NONE))
                .or(() -> origins().findFirst())
                .orElse(CellOrigin.NONE);
    }

    private Optional<MappedNode> child(String name) {
        return switch (this) {
            case MappedObject(var members) -> Optional.ofNullable(members.get(name));
            case MappedList(var items) ->
                name.matches("\\d{1,9}")
                        ? items.stream().skip(Long.parseLong(name)).findFirst()
                        : Optional.empty();
            case MappedCell _, MappedConstant _, MappedGap _ -> Optional.empty();
        };
    }

    private Stream<CellOrigin> origins() {
        return switch (this) {
            case MappedCell(var _, var cellOrigin) -> Stream.of(cellOrigin);
            case MappedConstant _, MappedGap _ -> Stream.empty();
            case MappedObject(var members) -> members.values().stream().flatMap(MappedNode::origins);
            case MappedList(var items) -> items.stream().flatMap(MappedNode::origins);
        };
    }
}
