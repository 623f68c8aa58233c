package org.bitacora.exchange.spreadsheet.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;

/** A part of the data of an event, as a mapping draws it. */
sealed interface MappingNode {

    /** The same in every row. */
    record ConstantNode(Json value) implements MappingNode {}

    /** What stands in a column. */
    record ColumnNode(SheetColumn column, CellType type) implements MappingNode {}

    /** An object. Where nothing stands in any of its columns it is left out, constants, usual values and all. */
    record ObjectNode(Map<String, MappingNode> parts) implements MappingNode {
        public ObjectNode {
            parts = new LinkedHashMap<>(parts);
        }
    }

    /** A list; a part of it that is cut into several makes as many items. */
    record ListNode(List<MappingNode> parts) implements MappingNode {
        public ListNode {
            parts = List.copyOf(parts);
        }
    }

    /** Whether it takes from any column. */
    default boolean usesColumns() {
        return switch (this) {
            case ConstantNode _ -> false;
            case ColumnNode _ -> true;
            case ObjectNode(var parts) -> parts.values().stream().anyMatch(MappingNode::usesColumns);
            case ListNode(var parts) -> parts.stream().anyMatch(MappingNode::usesColumns);
        };
    }

    /** All columns that it takes from. */
    default Stream<ColumnNode> columnNodes() {
        return switch (this) {
            case ConstantNode _ -> Stream.empty();
            case ColumnNode it -> Stream.of(it);
            case ObjectNode(var parts) -> parts.values().stream().flatMap(MappingNode::columnNodes);
            case ListNode(var parts) -> parts.stream().flatMap(MappingNode::columnNodes);
        };
    }
}
