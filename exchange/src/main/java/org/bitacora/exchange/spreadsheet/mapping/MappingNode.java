package org.bitacora.exchange.spreadsheet.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitacora.domain.json.Json;

/** A node of the data of an event, as a mapping describes it. */
sealed interface MappingNode {

    /** A value that is the same in every row. */
    record ConstantNode(Json value) implements MappingNode {}

    /** The value of a column. */
    record ColumnNode(SheetColumn column, CellType type) implements MappingNode {}

    /** An object. It is left out, with its constants and defaults, if all of its columns are blank. */
    record ObjectNode(Map<String, MappingNode> parts) implements MappingNode {
        public ObjectNode {
            parts = new LinkedHashMap<>(parts);
        }
    }

    /** A list. A part whose text is split produces one item for each part of the text. */
    record ListNode(List<MappingNode> parts) implements MappingNode {
        public ListNode {
            parts = List.copyOf(parts);
        }
    }

    /** Returns whether the node uses any column. */
    default boolean usesColumns() {
        return switch (this) {
            case ConstantNode _ -> false;
            case ColumnNode _ -> true;
            case ObjectNode(var parts) -> parts.values().stream().anyMatch(MappingNode::usesColumns);
            case ListNode(var parts) -> parts.stream().anyMatch(MappingNode::usesColumns);
        };
    }

    /** All columns that the node uses. */
    default Stream<ColumnNode> columnNodes() {
        return switch (this) {
            case ConstantNode _ -> Stream.empty();
            case ColumnNode it -> Stream.of(it);
            case ObjectNode(var parts) -> parts.values().stream().flatMap(MappingNode::columnNodes);
            case ListNode(var parts) -> parts.stream().flatMap(MappingNode::columnNodes);
        };
    }
}
