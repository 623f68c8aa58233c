package org.bitacora.exchange.spreadsheet.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** Parses the part of a mapping that describes one value: a column name, a column with options, or a constant. */
final class ColumnParser {

    private final List<Violation> found;
    private final Json.Obj lists;

    /** Creates a parser. References in {@code values} are resolved against the {@code values} of the mapping. */
    ColumnParser(JsonObjectReader mapping) {
        this.found = mapping.violations();
        this.lists = mapping.object().object("values");
    }

    JsonObjectReader members(Pointer at, Json.Obj object) {
        return new JsonObjectReader(at, object, found);
    }

    void reject(Pointer at, Detail detail) {
        found.add(new Violation(at, detail));
    }

    MappingNode part(Pointer at, Json value, CellType cellType) {
        return switch (value) {
            case Json.Str(var name) -> new MappingNode.ColumnNode(SheetColumn.named(name), cellType);
            case Json.Obj object when object.get("constant").isPresent() -> constant(at, object);
            case Json.Obj object -> new MappingNode.ColumnNode(column(members(at, object)), cellType);
            case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> {
                reject(
                        at,
                        Detail.of(
                                "Expected the name of a column, or an object with `column`, `columns` or `constant`."));
                yield new MappingNode.ConstantNode(value);
            }
        };
    }

    private MappingNode constant(Pointer at, Json.Obj object) {
        members(at, object).allowOnly(List.of("constant"));
        return new MappingNode.ConstantNode(normalize(object.get("constant").orElse(new Json.Null())));
    }

    /**
     * Returns a number in the form in which the log stores it. Another form would appear as a change in every import.
     */
    private static Json normalize(Json value) {
        return value instanceof Json.Num(var number) ? new Json.Num(SheetCell.normalize(number)) : value;
    }

    private SheetColumn column(JsonObjectReader at) {
        at.allowOnly(List.of("column", "columns", "join", "split", "part", "values", "otherwise", "default"));
        var names = at.texts("columns");
        if (names.isEmpty()) {
            names = List.of(at.requiredText("column"));
        }
        return new SheetColumn(
                names,
                at.object().text("join").orElse(" "),
                split(at),
                part(at),
                new TextReplacements(values(at), otherwise(at)),
                at.object().get("default").map(ColumnParser::cell).orElse(SheetCell.BLANK));
    }

    private static SheetCell cell(Json value) {
        return value instanceof Json.Num(var number)
                ? new SheetCell.NumberCell(number)
                : value instanceof Json.Str(var text) ? SheetCell.of(text) : SheetCell.BLANK;
    }

    private static Pattern split(JsonObjectReader at) {
        var signs = at.object().get("split").equals(Optional.of(Json.of(" "))) ? List.of(" ") : at.texts("split");
        return signs.isEmpty()
                ? SheetColumn.NO_SPLIT
                : Pattern.compile(signs.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    private static int part(JsonObjectReader at) {
        if (!at.has("part")) {
            return 0;
        }
        if (at.object().get("part").orElse(null) instanceof Json.Num(var number)
                && number.signum() != 0
                && number.stripTrailingZeros().scale() <= 0) {
            return number.intValue();
        }
        at.addViolation("part", Detail.of("`part` must be a non-zero integer: 1 is the first part, -1 the last."));
        return 0;
    }

    private Map<String, String> values(JsonObjectReader at) {
        return switch (at.object().get("values").orElse(Json.Obj.EMPTY)) {
            case Json.Obj own -> values(at.pointer().child("values"), own);
            case Json.Str(var name)
            when lists.get(name).isPresent() -> values(new Pointer("/values/" + name), lists.object(name));
            case Json.Str _, Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> {
                at.addViolation(
                        "values", Detail.of("Expected an object, or the name of a member of the mapping's `values`."));
                yield Map.of();
            }
        };
    }

    private static OtherwiseRule otherwise(JsonObjectReader at) {
        if (!at.has("otherwise")) {
            return new OtherwiseRule.KeepAndWarn();
        }
        if (!at.has("values")) {
            at.addViolation("otherwise", Detail.of("`otherwise` is allowed only with `values`."));
        }
        return switch (at.object().get("otherwise").orElse(new Json.Null())) {
            case Json.Str(var text) when text.equals("reject") -> new OtherwiseRule.Reject();
            case Json.Str(var text) when text.equals("keep") -> new OtherwiseRule.Keep();
            case Json.Obj object -> replacement(at, object);
            case Json value -> replacement(at, value);
        };
    }

    private static OtherwiseRule replacement(JsonObjectReader at, Json.Obj object) {
        at.child("otherwise").ifPresent(it -> it.allowOnly(List.of("value")));
        return replacement(at, object.get("value").orElse(new Json.Null()));
    }

    private static OtherwiseRule replacement(JsonObjectReader at, Json value) {
        if (!(value instanceof Json.Str) && !(value instanceof Json.Num)) {
            at.addViolation(
                    "otherwise",
                    Detail.of("Expected `reject`, `keep`, a text or a number, or an object with `value`."));
        }
        return new OtherwiseRule.Replace(cell(value));
    }

    private Map<String, String> values(Pointer at, Json.Obj object) {
        var values = new HashMap<String, String>();
        var texts = new HashMap<String, String>();
        object.members().forEach((from, to) -> {
            var meaning = Optional.of(to)
                    .map(ColumnParser::cell)
                    .map(SheetCell::displayText)
                    .orElse("");
            if (meaning.isEmpty() && !to.equals(Json.of(""))) {
                reject(at.child(from), Detail.of("Expected a text or a number."));
            }
            var text = TextNormalizer.normalize(from);
            var before = values.put(text, meaning);
            if (before != null && !before.equals(meaning)) {
                reject(
                        at.child(from),
                        Detail.of(
                                "'{0}' and '{1}' are the same text, because case, accents and spaces do not matter, but they have different values.",
                                texts.getOrDefault(text, ""), from));
            }
            texts.put(text, from);
        });
        return values;
    }
}
