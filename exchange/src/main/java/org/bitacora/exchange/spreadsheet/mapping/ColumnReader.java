package org.bitacora.exchange.spreadsheet.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.Members;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** Makes what a mapping says of single values: a column by its name, a column with more to say of it, or a constant. */
final class ColumnReader {

    private final List<Violation> found;
    private final Json.Obj lists;

    /** The lists are those of the mapping's own {@code values}. */
    ColumnReader(Members mapping) {
        this.found = mapping.found();
        this.lists = mapping.object().object("values");
    }

    Members members(Pointer at, Json.Obj object) {
        return new Members(at, object, found);
    }

    void wrong(Pointer at, String detail) {
        found.add(new Violation(at, detail));
    }

    Part part(Pointer at, Json value, As as) {
        return switch (value) {
            case Json.Str(var name) -> new Part.Taken(Column.named(name), as);
            case Json.Obj object when object.get("constant").isPresent() -> constant(at, object);
            case Json.Obj object -> new Part.Taken(column(members(at, object)), as);
            case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> {
                wrong(at, "The name of a column is wanted, or an object with column or constant.");
                yield new Part.Constant(value);
            }
        };
    }

    private Part constant(Pointer at, Json.Obj object) {
        members(at, object).only(List.of("constant"));
        return new Part.Constant(normal(object.get("constant").orElse(new Json.Null())));
    }

    /** A number in the form in which it comes back from the log: else it would seem to change with every import. */
    private static Json normal(Json value) {
        return value instanceof Json.Num(var number) ? new Json.Num(Cell.normal(number)) : value;
    }

    private Column column(Members at) {
        at.only(List.of("column", "columns", "join", "split", "part", "values", "default"));
        var names = at.texts("columns");
        if (names.isEmpty()) {
            names = List.of(at.text("column", true));
        }
        return new Column(
                names,
                at.object().text("join").orElse(" "),
                split(at),
                part(at),
                values(at),
                at.object().get("default").map(ColumnReader::cell).orElse(Cell.BLANK));
    }

    private static Cell cell(Json value) {
        return value instanceof Json.Num(var number)
                ? new Cell.Num(number)
                : value instanceof Json.Str(var text) ? Cell.of(text) : Cell.BLANK;
    }

    private static Pattern split(Members at) {
        var signs = at.object().get("split").equals(Optional.of(Json.of(" "))) ? List.of(" ") : at.texts("split");
        return signs.isEmpty()
                ? Column.NOWHERE
                : Pattern.compile(signs.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    private static int part(Members at) {
        if (!at.has("part")) {
            return 0;
        }
        if (at.object().get("part").orElse(null) instanceof Json.Num(var number)
                && number.signum() != 0
                && number.stripTrailingZeros().scale() <= 0) {
            return number.intValue();
        }
        at.wrong("part", "Which of the parts is meant: 1 is the first, -1 the last.");
        return 0;
    }

    private Map<String, String> values(Members at) {
        return switch (at.object().get("values").orElse(Json.Obj.EMPTY)) {
            case Json.Obj own -> values(at.at().child("values"), own);
            case Json.Str(var name)
            when lists.get(name).isPresent() -> values(new Pointer("/values/" + name), lists.object(name));
            case Json.Str _, Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> {
                at.wrong("values", "An object is wanted, or the name of one of the mapping's own values.");
                yield Map.of();
            }
        };
    }

    private Map<String, String> values(Pointer at, Json.Obj object) {
        var values = new HashMap<String, String>();
        object.members().forEach((from, to) -> {
            var meaning =
                    Optional.of(to).map(ColumnReader::cell).map(Cell::shown).orElse("");
            if (meaning.isEmpty() && !to.equals(Json.of(""))) {
                wrong(at.child(from), "A text or a number is wanted.");
            }
            values.put(Folded.of(from), meaning);
        });
        return values;
    }
}
