package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.Members;
import org.bitacora.domain.refusal.Pointer;

/** Makes what a mapping says of the data of events; where each value goes decides what its cells are read as. */
final class DataReader {

    /** What may stand at a place of the data. */
    private sealed interface Form {
        record Value(As as) implements Form {}

        record Many(Form item) implements Form {}

        record Fields(Map<String, Form> members, Optional<As> others) implements Form {}
    }

    private static final Form TEXT = new Form.Value(As.TEXT);
    private static final Form DATE = new Form.Value(As.DATE);
    private static final Form TEXTS = new Form.Many(TEXT);
    private static final Form COUNTRY = new Form.Value(As.COUNTRY);
    private static final Form.Fields DATA = object(
            "title", TEXT,
            "start", DATE,
            "end", DATE,
            "role", TEXT,
            "categories", TEXTS,
            "counterparts", new Form.Many(object("name", TEXT, "type", TEXT, "country", COUNTRY, "city", TEXT)),
            "actors", new Form.Many(object("actor", TEXT, "role", TEXT, "sector", TEXT)),
            "motivation", TEXT,
            "dimension", TEXT,
            "themes", TEXTS,
            "sdgs", new Form.Many(new Form.Value(As.NUMBER)),
            "objectives", TEXTS,
            "quantities", new Form.Fields(Map.of(), Optional.of(As.NUMBER)),
            "amounts",
                    new Form.Many(object(
                            "purpose",
                            TEXT,
                            "value",
                            new Form.Value(As.MONEY),
                            "currency",
                            new Form.Value(As.CURRENCY))),
            "scale", TEXT,
            "place", object("country", COUNTRY, "city", TEXT),
            "funding", TEXT,
            "results", TEXT,
            "links", TEXTS,
            "joint", TEXT,
            "private", new Form.Fields(Map.of(), Optional.of(As.TEXT)));

    private final ColumnReader columns;

    DataReader(ColumnReader columns) {
        this.columns = columns;
    }

    private static Form.Fields object(Object... namesAndForms) {
        Map<String, Form> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndForms.length; i += 2) {
            members.put((String) namesAndForms[i], (Form) namesAndForms[i + 1]);
        }
        return new Form.Fields(members, Optional.empty());
    }

    /** The data as a whole. */
    Part.Fields fields(Members at) {
        return fields(at, DATA);
    }

    private Part.Fields fields(Members at, Form.Fields form) {
        if (form.others().isEmpty()) {
            at.only(form.members().keySet());
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        at.object().members().forEach((name, value) -> {
            var own = Optional.ofNullable(form.members().get(name));
            own.or(() -> form.others().map(Form.Value::new))
                    .ifPresent(it -> parts.put(name, part(at.at().child(name), value, it)));
        });
        return new Part.Fields(parts);
    }

    private Part part(Pointer at, Json value, Form form) {
        return switch (form) {
            case Form.Value(var as) -> columns.part(at, value, as);
            case Form.Many(var item) -> items(at, value, item);
            case Form.Fields object -> {
                if (value instanceof Json.Obj members) {
                    yield fields(columns.members(at, members), object);
                }
                columns.wrong(at, "An object is wanted, with a column for each of its members.");
                yield new Part.Constant(value);
            }
        };
    }

    private Part items(Pointer at, Json value, Form item) {
        if (!(value instanceof Json.Arr(var items))) {
            return new Part.Items(List.of(part(at, value, item)));
        }
        var parts = new ArrayList<Part>();
        for (int i = 0; i < items.size(); i++) {
            parts.add(part(at.child(i), items.get(i), item));
        }
        return new Part.Items(parts);
    }
}
