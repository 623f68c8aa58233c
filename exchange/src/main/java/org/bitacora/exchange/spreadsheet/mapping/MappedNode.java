package org.bitacora.exchange.spreadsheet.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;

/** Data that was mapped from a row. Each value has the cell that it came from. */
sealed interface MappedNode {

    /** A value from a cell. */
    record MappedCell(Json value, CellOrigin origin) implements MappedNode {}

    /** A constant value of the mapping. */
    record MappedConstant(Json value) implements MappedNode {}

    /** A blank part of a split text. It has no value, but the parts after it keep their indexes. */
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

    /** The cell of a value: the name of the column and the displayed text. */
    record CellOrigin(String column, String displayText) {
        static final CellOrigin NONE = new CellOrigin("", "");
    }

    /** The data without the cells. */
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

    /**
     * Returns the first cell of the value at a path. If that value has no cells, returns the first cell of the closest
     * enclosing value that has cells.
     */
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
