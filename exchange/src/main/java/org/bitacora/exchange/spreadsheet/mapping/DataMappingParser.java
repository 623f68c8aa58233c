package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;

/**
 * Parses the part of a mapping that describes the data of events. The member that a value maps to determines the type
 * of its cells.
 */
final class DataMappingParser {

    /** The expected shape of a member of the data. */
    private sealed interface DataShape {
        record ValueShape(CellType as) implements DataShape {}

        record ListShape(DataShape item) implements DataShape {}

        record ObjectShape(Map<String, DataShape> members, Optional<CellType> others) implements DataShape {}
    }

    private static final DataShape TEXT = new DataShape.ValueShape(CellType.TEXT);
    private static final DataShape TERM = new DataShape.ValueShape(CellType.TERM);
    private static final DataShape DATE = new DataShape.ValueShape(CellType.DATE);
    private static final DataShape TEXTS = new DataShape.ListShape(TEXT);
    private static final DataShape COUNTRY = new DataShape.ValueShape(CellType.COUNTRY);
    private static final DataShape.ObjectShape DATA = object(
            "title", TEXT,
            "start", DATE,
            "end", DATE,
            "role", TERM,
            "categories", new DataShape.ListShape(TERM),
            "counterparts",
                    new DataShape.ListShape(object("name", TEXT, "type", TERM, "country", COUNTRY, "city", TEXT)),
            "actors", new DataShape.ListShape(object("actor", TEXT, "role", TEXT, "sector", TERM)),
            "motivation", TERM,
            "dimension", TERM,
            "themes", TEXTS,
            "sdgs", new DataShape.ListShape(new DataShape.ValueShape(CellType.NUMBER)),
            "objectives", TEXTS,
            "quantities", new DataShape.ObjectShape(Map.of(), Optional.of(CellType.NUMBER)),
            "amounts",
                    new DataShape.ListShape(object(
                            "id",
                            TEXT,
                            "purpose",
                            TEXT,
                            "value",
                            new DataShape.ValueShape(CellType.MONEY),
                            "currency",
                            new DataShape.ValueShape(CellType.CURRENCY))),
            "scale", TERM,
            "place", object("country", COUNTRY, "city", TEXT),
            "funding", TERM,
            "results", TEXT,
            "links", TEXTS,
            "joint", TEXT,
            "private", new DataShape.ObjectShape(Map.of(), Optional.of(CellType.TEXT)));

    private final ColumnParser columns;

    DataMappingParser(ColumnParser columns) {
        this.columns = columns;
    }

    private static DataShape.ObjectShape object(Object... namesAndForms) {
        Map<String, DataShape> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndForms.length; i += 2) {
            members.put((String) namesAndForms[i], (DataShape) namesAndForms[i + 1]);
        }
        return new DataShape.ObjectShape(members, Optional.empty());
    }

    /** Parses the complete data. */
    MappingNode.ObjectNode fields(JsonObjectReader at) {
        return fields(at, DATA);
    }

    private MappingNode.ObjectNode fields(JsonObjectReader at, DataShape.ObjectShape form) {
        if (form.others().isEmpty()) {
            at.allowOnly(form.members().keySet());
        }
        Map<String, MappingNode> parts = new LinkedHashMap<>();
        at.object().members().forEach((name, value) -> {
            var own = Optional.ofNullable(form.members().get(name));
            own.or(() -> form.others().map(DataShape.ValueShape::new))
                    .ifPresent(it -> parts.put(name, part(at.pointer().child(name), value, it)));
        });
        return new MappingNode.ObjectNode(parts);
    }

    private MappingNode part(Pointer at, Json value, DataShape dataShape) {
        return switch (dataShape) {
            case DataShape.ValueShape(var cellType) -> columns.part(at, value, cellType);
            case DataShape.ListShape(var item) -> items(at, value, item);
            case DataShape.ObjectShape object -> {
                if (value instanceof Json.Obj members) {
                    yield fields(columns.members(at, members), object);
                }
                columns.reject(at, Detail.of("Expected an object with a column for each member."));
                yield new MappingNode.ConstantNode(value);
            }
        };
    }

    private MappingNode items(Pointer at, Json value, DataShape item) {
        if (!(value instanceof Json.Arr(var items))) {
            return new MappingNode.ListNode(List.of(part(at, value, item)));
        }
        var parts = new ArrayList<MappingNode>();
        for (int i = 0; i < items.size(); i++) {
            parts.add(part(at.child(i), items.get(i), item));
        }
        return new MappingNode.ListNode(parts);
    }
}
