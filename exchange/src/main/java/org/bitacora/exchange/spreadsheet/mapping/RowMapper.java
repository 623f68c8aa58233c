package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.exchange.spreadsheet.mapping.MappedNode.CellOrigin;

/** Makes the data of a row from what a mapping draws; what cannot be read is noted, and the rest goes on. */
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

    /** What grows of a part: nothing, one value, or as many as its text is cut into. */
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

    /** The one value of a part; empty where it has none. */
    Optional<MappedNode> mapSingle(MappingNode mappingNode) {
        var grown = new ArrayList<>(mapNode(mappingNode));
        grown.removeIf(MappedNode.MappedGap.class::isInstance);
        if (grown.isEmpty()) {
            return Optional.empty();
        }
        if (grown.size() > 1) {
            fault(grown.getFirst(), "One value is wanted here, and it is cut into " + grown.size() + ".");
        }
        return Optional.of(grown.getFirst());
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
                    "It is cut into more than " + MOST_PARTS + ".");
            return List.of();
        }
        var grown = new ArrayList<MappedNode>(columnCells.cells().size());
        for (var sheetCell : columnCells.cells()) {
            if (sheetFormats.isBlank(sheetCell)) {
                grown.add(new MappedNode.MappedGap());
            } else {
                read(columnNode, sheetCell, columnCells.isDefault()).ifPresent(grown::add);
            }
        }
        return grown;
    }

    private Optional<MappedNode> read(MappingNode.ColumnNode columnNode, SheetCell sheetCell, boolean isUsual) {
        var cellOrigin = new CellOrigin(columnNode.column().displayName(), sheetCell.displayText());
        if (sheetCell instanceof SheetCell.ErrorCell) {
            fault(cellOrigin, "The spreadsheet itself has an error here.");
            return Optional.empty();
        }
        return switch (columnNode.type().read(sheetCell, sheetFormats)) {
            case CellType.CellParseResult.ParsedCell(var value) ->
                Optional.of(
                        isUsual ? new MappedNode.MappedConstant(value) : new MappedNode.MappedCell(value, cellOrigin));
            case CellType.CellParseResult.AbsentCell() -> defaultValue(columnNode);
            case CellType.CellParseResult.UnreadableCell(var reason) -> {
                fault(cellOrigin, reason);
                yield Optional.empty();
            }
        };
    }

    /** What is usual, where a cell says nothing of it: a currency, where it holds a bare number. */
    private Optional<MappedNode> defaultValue(MappingNode.ColumnNode columnNode) {
        return columnNode.type().read(columnNode.column().defaultCell(), sheetFormats)
                        instanceof CellType.CellParseResult.ParsedCell(var value)
                ? Optional.of(new MappedNode.MappedConstant(value))
                : Optional.empty();
    }

    /** The top of the data: an object even where nothing stands in the row. */
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
            var grown = mapNode(part.getValue());
            boolean isTaken = part.getValue().usesColumns();
            takes |= isTaken;
            has |= isTaken && grown.stream().anyMatch(RowMapper::isFromRow);
            columns.put(part.getKey(), grown);
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
                        "It is cut into " + it.size() + ", and what stands beside it into " + most + "."));
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

    private void fault(MappedNode at, String reason) {
        fault(at.origin(List.of()), reason);
    }

    private void fault(CellOrigin cellOrigin, String reason) {
        faults.add(new CellFault(rowContext.row().number(), cellOrigin.column(), cellOrigin.displayText(), reason));
    }
}
