package org.bitacora.exchange.spreadsheet.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * A column and the member of the data that it fills.
     *
     * @param member the path of the member, with dots between nested members
     */
    record MemberColumn(String member, ColumnNode node) {

        /** The member of the data itself that contains the member. */
        String topMember() {
            int dot = member.indexOf('.');
            return dot < 0 ? member : member.substring(0, dot);
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

    /** All columns that the node uses, with the members that they fill. The node itself fills {@code member}. */
    default Stream<MemberColumn> memberColumns(String member) {
        return switch (this) {
            case ConstantNode _ -> Stream.empty();
            case ColumnNode it -> Stream.of(new MemberColumn(member, it));
            case ObjectNode(var parts) ->
                parts.entrySet().stream().flatMap(it -> it.getValue()
                        .memberColumns(member.isEmpty() ? it.getKey() : member + "." + it.getKey()));
            case ListNode(var parts) -> parts.stream().flatMap(it -> it.memberColumns(member));
        };
    }

    /** Returns whether the node states a value for a member: a column or a constant. */
    default boolean states(List<String> path) {
        return switch (this) {
            case ConstantNode _, ColumnNode _ -> path.isEmpty();
            case ObjectNode(var parts) ->
                path.stream()
                        .findFirst()
                        .flatMap(it -> Optional.ofNullable(parts.get(it)))
                        .filter(it -> it.states(path.subList(1, path.size())))
                        .isPresent();
            case ListNode(var parts) -> parts.stream().anyMatch(it -> it.states(path));
        };
    }
}
