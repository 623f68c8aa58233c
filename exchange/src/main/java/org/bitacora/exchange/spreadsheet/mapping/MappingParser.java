package org.bitacora.exchange.spreadsheet.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.JsonObjectReader;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** Parses mappings from JSON. An invalid mapping yields all violations with their paths. */
public final class MappingParser {

    private static final List<String> MEMBERS =
            List.of("source", "file", "dates", "decimal", "blanks", "values", "kind", "activity", "data", "events");

    private static final BigDecimal LAST_HEADER = BigDecimal.valueOf(1_000);

    private final JsonObjectReader jsonObjectReader;
    private final List<Violation> found;
    private final ColumnParser columns;

    private MappingParser(JsonObjectReader jsonObjectReader) {
        this.jsonObjectReader = jsonObjectReader;
        this.found = jsonObjectReader.violations();
        this.columns = new ColumnParser(jsonObjectReader);
    }

    /** The result of parsing. */
    public sealed interface MappingResult {

        /** A valid mapping. */
        record ValidMapping(Mapping mapping) implements MappingResult {}

        /** The violations of an invalid mapping. */
        record InvalidMapping(List<Violation> violations) implements MappingResult {
            public InvalidMapping {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Parses a mapping. */
    public static MappingResult parse(Json.Obj data) {
        var found = new ArrayList<Violation>();
        var mapping = new MappingParser(new JsonObjectReader(Pointer.ROOT, data, found)).mapping();
        return found.isEmpty() ? new MappingResult.ValidMapping(mapping) : new MappingResult.InvalidMapping(found);
    }

    private Mapping mapping() {
        jsonObjectReader.allowOnly(MEMBERS);
        var kind = word("kind", jsonObjectReader, name -> ActivityKind.of(name).isPresent());
        var source = Optional.of(jsonObjectReader.optionalText("source")).filter(it -> !it.isEmpty());
        var data = jsonObjectReader.child("data").map(it -> new DataMappingParser(columns).fields(it));
        if (!jsonObjectReader.has("activity")) {
            jsonObjectReader.addViolation(
                    "activity",
                    Detail.of(
                            "`activity` is missing: state the columns, or the hash, that name the activity of a row."));
        }
        return new Mapping(
                jsonObjectReader.has("file")
                        ? jsonObjectReader.child("file").map(this::layout).orElse(Mapping.SheetLayout.DEFAULT)
                        : Mapping.SheetLayout.DEFAULT,
                source,
                naming(),
                kind,
                data.orElse(new MappingNode.ObjectNode(Map.of())),
                events(),
                forms());
    }

    private Mapping.SheetLayout layout(JsonObjectReader file) {
        file.allowOnly(List.of("sheet", "header", "encoding", "delimiter", "skip"));
        var header = OptionalInt.empty();
        if (file.object().get("header").orElse(null) instanceof Json.Num(var number)
                && number.signum() > 0
                && number.compareTo(LAST_HEADER) <= 0
                && number.stripTrailingZeros().scale() <= 0) {
            header = OptionalInt.of(number.intValue());
        } else if (file.has("header")) {
            file.addViolation(
                    "header", Detail.of("`header` must be the number of the header row, from 1 to {0}.", LAST_HEADER));
        }
        var delimiter = file.object().text("delimiter").filter(it -> it.length() == 1);
        if (file.has("delimiter") && delimiter.isEmpty()) {
            file.addViolation("delimiter", Detail.of("`delimiter` must be one character."));
        }
        return new Mapping.SheetLayout(
                text(file, "sheet"),
                header,
                text(file, "encoding"),
                delimiter.map(it -> it.charAt(0)),
                file.texts("skip"));
    }

    private static Optional<String> text(JsonObjectReader jsonObjectReader, String name) {
        return Optional.of(jsonObjectReader.optionalText(name)).filter(it -> !it.isEmpty());
    }

    private Mapping.ActivityNameRule naming() {
        var at = jsonObjectReader.object().object("activity");
        var naming = new JsonObjectReader(jsonObjectReader.pointer().child("activity"), at, found);
        naming.allowOnly(List.of("prefix", "columns", "hash", "carried"));
        var prefix = naming.optionalText("prefix");
        if (!prefix.matches("[A-Za-z0-9._~-]{0,60}")) {
            naming.addViolation(
                    "prefix", Detail.of("`prefix` must have at most 60 characters, each of A-Z, a-z, 0-9 or ._~-."));
        }
        var nameColumns = naming.texts("columns");
        var hash = naming.texts("hash");
        if (jsonObjectReader.has("activity") && nameColumns.isEmpty() && hash.isEmpty()) {
            naming.addViolation(
                    "columns", Detail.of("Expected columns that name the activity, in `columns` or `hash`."));
        }
        return new Mapping.ActivityNameRule(prefix, nameColumns, hash, naming.booleanValue("carried"));
    }

    private MappingNode word(String member, JsonObjectReader of, Predicate<String> isKnown) {
        var value = of.object().get(member).orElse(new Json.Null());
        if (value instanceof Json.Obj) {
            return columns.part(of.pointer().child(member), value, CellType.TERM);
        }
        if (!(value instanceof Json.Str(var text)) || !isKnown.test(text)) {
            of.addViolation(
                    member,
                    Detail.of("Expected a term of the contract, or a column whose `values` map its texts to terms."));
        }
        return new MappingNode.ConstantNode(value);
    }

    private List<Mapping.EventRule> events() {
        if (!jsonObjectReader.has("events")) {
            var formalised = Json.of(Transition.FORMALISED.word());
            return List.of(new Mapping.EventRule(new MappingNode.ConstantNode(formalised), Optional.empty(), Map.of()));
        }
        var events = new ArrayList<Mapping.EventRule>();
        var items = jsonObjectReader.object().items("events");
        for (int i = 0; i < items.size(); i++) {
            var at = jsonObjectReader.pointer().child("events").child(i);
            if (items.get(i) instanceof Json.Obj object) {
                events.add(event(new JsonObjectReader(at, object, found)));
            } else {
                found.add(new Violation(at, Detail.of("Expected an object.")));
            }
        }
        if (events.isEmpty()) {
            jsonObjectReader.addViolation("events", Detail.of("`events` must have at least one event."));
        }
        return events;
    }

    private Mapping.EventRule event(JsonObjectReader event) {
        event.allowOnly(List.of("transition", "on", "when"));
        var transition = word("transition", event, name -> Transition.of(name).isPresent());
        var on = event.object().get("on").map(it -> columns.part(event.pointer().child("on"), it, CellType.DATE));
        Map<String, Set<String>> when = new LinkedHashMap<>();
        if (event.has("when")) {
            event.child("when").ifPresent(columns -> columns.object()
                    .members()
                    .keySet()
                    .forEach(column -> when.put(
                            column,
                            columns.texts(column).stream()
                                    .map(TextNormalizer::normalize)
                                    .collect(Collectors.toSet()))));
        }
        return new Mapping.EventRule(transition, on, when);
    }

    private SheetFormats forms() {
        var dates = new ArrayList<SheetDateFormat>();
        for (var form : jsonObjectReader.texts("dates")) {
            SheetDateFormat.of(form)
                    .ifPresentOrElse(
                            dates::add,
                            () -> jsonObjectReader.addViolation(
                                    "dates",
                                    Detail.of(
                                            "'{0}' is not a date format; expected a format such as dd/mm/yyyy, or serial.",
                                            form)));
        }
        var numbers = jsonObjectReader.oneOf(
                "decimal",
                List.of(SheetNumberFormat.COMMA, SheetNumberFormat.POINT),
                SheetNumberFormat::decimal,
                SheetNumberFormat.UNSTATED);
        var blanks = jsonObjectReader.texts("blanks").stream()
                .map(TextNormalizer::normalize)
                .collect(Collectors.toSet());
        return new SheetFormats(dates.isEmpty() ? SheetDateFormat.DEFAULTS : dates, numbers, blanks);
    }
}
