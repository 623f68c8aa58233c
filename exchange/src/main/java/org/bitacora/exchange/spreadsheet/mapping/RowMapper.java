package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.exchange.spreadsheet.mapping.MappedNode.CellOrigin;

/** Maps a row to the data that a mapping describes. Invalid cells are recorded as faults, and mapping continues. */
final class RowMapper {

    private static final int MOST_PARTS = 1_000;

    private final RowContext rowContext;
    private final SheetFormats sheetFormats;
    private final List<CellFault> faults;

    RowMapper(RowContext rowContext, SheetFormats sheetFormats, List<CellFault> faults) {
        this.rowContext = rowContext;
        this.sheetFormats = sheetFormats;
        this.faults = faults;
    }

    /** Returns the values of a node: none, one, or as many as its text is split into. */
    List<MappedNode> mapNode(MappingNode mappingNode) {
        return switch (mappingNode) {
            case MappingNode.ConstantNode(var value) -> List.of(new MappedNode.MappedConstant(value));
            case MappingNode.ColumnNode columnNode -> mapColumn(columnNode);
            case MappingNode.ObjectNode(var parts) -> objects(parts);
            case MappingNode.ListNode(var parts) -> {
                var items = new ArrayList<MappedNode>();
                parts.forEach(it -> items.addAll(mapNode(it)));
                items.removeIf(MappedNode.MappedGap.class::isInstance);
                yield items.isEmpty() ? List.of() : List.of(new MappedNode.MappedList(items));
            }
        };
    }

    /** Returns the single value of a node; empty if it has none. */
    Optional<MappedNode> mapSingle(MappingNode mappingNode) {
        var nodes = new ArrayList<>(mapNode(mappingNode));
        nodes.removeIf(MappedNode.MappedGap.class::isInstance);
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        if (nodes.size() > 1) {
            fault(
                    nodes.getFirst(),
                    Detail.of("Expected one value, but the text is split into {0} parts.", nodes.size()));
        }
        return Optional.of(nodes.getFirst());
    }

    private List<MappedNode> mapColumn(MappingNode.ColumnNode columnNode) {
        var columnCells = columnNode.column().cells(rowContext, sheetFormats);
        if (columnCells.cells().isEmpty()) {
            return List.of();
        }
        if (columnCells.cells().size() > MOST_PARTS) {
            fault(
                    new CellOrigin(
                            columnNode.column().displayName(),
                            columnCells.cells().getFirst().displayText()),
                    Detail.of("The text is split into more than {0} parts.", MOST_PARTS));
            return List.of();
        }
        var nodes = new ArrayList<MappedNode>(columnCells.cells().size());
        for (var sheetCell : columnCells.cells()) {
            if (sheetFormats.isBlank(sheetCell)) {
                nodes.add(new MappedNode.MappedGap());
            } else {
                read(columnNode, sheetCell, columnCells.isDefault()).ifPresent(nodes::add);
            }
        }
        return nodes;
    }

    private Optional<MappedNode> read(MappingNode.ColumnNode columnNode, SheetCell sheetCell, boolean isUsual) {
        var cellOrigin = new CellOrigin(columnNode.column().displayName(), sheetCell.displayText());
        if (sheetCell instanceof SheetCell.ErrorCell errorCell) {
            fault(cellOrigin, errorCell.reason());
            return Optional.empty();
        }
        return switch (columnNode.type().read(sheetCell, sheetFormats)) {
            case CellType.CellParseResult.ParsedCell(var value) ->
                Optional.of(
                        isUsual ? new MappedNode.MappedConstant(value) : new MappedNode.MappedCell(value, cellOrigin));
            case CellType.CellParseResult.AbsentCell() ->
                defaultValue(columnNode).map(MappedNode.MappedConstant::new);
            case CellType.CellParseResult.AmbiguousCell(var possible, var reason) -> {
                var decided = defaultValue(columnNode)
                        .filter(it -> it instanceof Json.Str(var text) && possible.contains(text));
                if (decided.isEmpty()) {
                    fault(cellOrigin, reason);
                }
                yield decided.map(MappedNode.MappedConstant::new);
            }
            case CellType.CellParseResult.UnreadableCell(var reason) -> {
                fault(cellOrigin, reason);
                yield Optional.empty();
            }
        };
    }

    /** The default value for a cell that does not contain this value, such as the currency of a bare number. */
    private Optional<Json> defaultValue(MappingNode.ColumnNode columnNode) {
        return columnNode.type().read(columnNode.column().defaultCell(), sheetFormats)
                        instanceof CellType.CellParseResult.ParsedCell(var value)
                ? Optional.of(value)
                : Optional.empty();
    }

    /** Maps the root of the data. The result is an object even if the row is blank. */
    MappedNode.MappedObject mapRoot(MappingNode.ObjectNode objectNode) {
        Map<String, MappedNode> members = new LinkedHashMap<>();
        objectNode.parts().forEach((name, mappingNode) -> mapSingle(mappingNode)
                .ifPresent(it -> members.put(name, it)));
        return new MappedNode.MappedObject(members);
    }

    private List<MappedNode> objects(Map<String, MappingNode> parts) {
        Map<String, List<MappedNode>> columns = new LinkedHashMap<>();
        boolean takes = false;
        boolean has = false;
        for (var part : parts.entrySet()) {
            var nodes = mapNode(part.getValue());
            boolean isTaken = part.getValue().usesColumns();
            takes |= isTaken;
            has |= isTaken && nodes.stream().anyMatch(RowMapper::isFromRow);
            columns.put(part.getKey(), nodes);
        }
        return takes && !has ? List.of() : rows(columns, takes);
    }

    private static boolean isFromRow(MappedNode mappedNode) {
        return !mappedNode.origin(List.of()).equals(CellOrigin.NONE);
    }

    private List<MappedNode> rows(Map<String, List<MappedNode>> columns, boolean takes) {
        int most = columns.values().stream().mapToInt(List::size).max().orElse(0);
        columns.values().stream()
                .filter(it -> it.size() > 1 && it.size() < most)
                .findFirst()
                .ifPresent(it -> fault(
                        it.getFirst(),
                        Detail.of(
                                "The text is split into {0} parts, but that of another column of the same object into {1}.",
                                it.size(), most)));
        var rows = new ArrayList<MappedNode>();
        for (int i = 0; i < most; i++) {
            Map<String, MappedNode> members = new LinkedHashMap<>();
            for (var column : columns.entrySet()) {
                var values = column.getValue();
                var value = values.isEmpty() ? new MappedNode.MappedGap() : values.get(Math.min(i, values.size() - 1));
                if (!(value instanceof MappedNode.MappedGap)) {
                    members.put(column.getKey(), value);
                }
            }
            if (!takes || members.values().stream().anyMatch(RowMapper::isFromRow)) {
                rows.add(new MappedNode.MappedObject(members));
            }
        }
        return rows;
    }

    private void fault(MappedNode at, Detail reason) {
        fault(at.origin(List.of()), reason);
    }

    private void fault(CellOrigin cellOrigin, Detail reason) {
        faults.add(new CellFault(rowContext.row().number(), cellOrigin.column(), cellOrigin.displayText(), reason));
    }
}
