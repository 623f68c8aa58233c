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
import org.bitacora.domain.activity.Kind;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.Members;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;

/** Makes mappings of JSON. What is not one is told with the path of everything wrong in it. */
public final class MappingReader {

    private static final List<String> MEMBERS =
            List.of("source", "file", "dates", "decimal", "blanks", "values", "kind", "activity", "data", "events");

    private static final BigDecimal LAST_HEADER = BigDecimal.valueOf(1_000);

    private final Members members;
    private final List<Violation> found;
    private final ColumnReader columns;

    private MappingReader(Members members) {
        this.members = members;
        this.found = members.found();
        this.columns = new ColumnReader(members);
    }

    /** What became of reading. */
    public sealed interface Read {

        /** A mapping. */
        record Made(Mapping mapping) implements Read {}

        /** None, as all of this is wrong with it. */
        record Wrong(List<Violation> violations) implements Read {
            public Wrong {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Reads a mapping. */
    public static Read read(Json.Obj data) {
        var found = new ArrayList<Violation>();
        var mapping = new MappingReader(new Members(Pointer.ROOT, data, found)).mapping();
        return found.isEmpty() ? new Read.Made(mapping) : new Read.Wrong(found);
    }

    private Mapping mapping() {
        members.only(MEMBERS);
        var kind = word("kind", members, name -> Kind.of(name).isPresent());
        var source = Optional.of(members.text("source", false)).filter(it -> !it.isEmpty());
        var data = members.child("data").map(it -> new DataReader(columns).fields(it));
        if (!members.has("activity")) {
            members.wrong("activity", "It is needed: the columns, or the hash, that name the activity of a row.");
        }
        return new Mapping(
                members.has("file")
                        ? members.child("file").map(this::layout).orElse(Mapping.Layout.USUAL)
                        : Mapping.Layout.USUAL,
                source,
                naming(),
                kind,
                data.orElse(new Part.Fields(Map.of())),
                events(),
                forms());
    }

    private Mapping.Layout layout(Members file) {
        file.only(List.of("sheet", "header", "encoding", "delimiter", "skip"));
        var header = OptionalInt.empty();
        if (file.object().get("header").orElse(null) instanceof Json.Num(var number)
                && number.signum() > 0
                && number.compareTo(LAST_HEADER) <= 0
                && number.stripTrailingZeros().scale() <= 0) {
            header = OptionalInt.of(number.intValue());
        } else if (file.has("header")) {
            file.wrong("header", "The number of the row of the header is wanted, from 1 to " + LAST_HEADER + ".");
        }
        var delimiter = file.object().text("delimiter").filter(it -> it.length() == 1);
        if (file.has("delimiter") && delimiter.isEmpty()) {
            file.wrong("delimiter", "One character is wanted.");
        }
        return new Mapping.Layout(
                text(file, "sheet"),
                header,
                text(file, "encoding"),
                delimiter.map(it -> it.charAt(0)),
                file.texts("skip"));
    }

    private static Optional<String> text(Members members, String name) {
        return Optional.of(members.text(name, false)).filter(it -> !it.isEmpty());
    }

    private Mapping.Naming naming() {
        var at = members.object().object("activity");
        var naming = new Members(members.at().child("activity"), at, found);
        naming.only(List.of("prefix", "columns", "hash", "carried"));
        var prefix = naming.text("prefix", false);
        if (!prefix.matches("[A-Za-z0-9._~-]{0,60}")) {
            naming.wrong("prefix", "At most 60 of A-Z, a-z, 0-9 and ._~- are wanted.");
        }
        var named = naming.texts("columns");
        var hash = naming.texts("hash");
        if (members.has("activity") && named.isEmpty() && hash.isEmpty()) {
            naming.wrong("columns", "Columns that name the activity are needed, or a hash of some.");
        }
        return new Mapping.Naming(prefix, named, hash, naming.flag("carried"));
    }

    private Part word(String member, Members of, Predicate<String> isKnown) {
        var value = of.object().get(member).orElse(new Json.Null());
        if (value instanceof Json.Obj) {
            return columns.part(of.at().child(member), value, As.TEXT);
        }
        if (!(value instanceof Json.Str(var text)) || !isKnown.test(text)) {
            of.wrong(member, "A word of the contract is needed, or a column with values that map to words.");
        }
        return new Part.Constant(value);
    }

    private List<Mapping.Telling> events() {
        if (!members.has("events")) {
            var formalised = Json.of(Transition.FORMALISED.word());
            return List.of(new Mapping.Telling(new Part.Constant(formalised), Optional.empty(), Map.of()));
        }
        var events = new ArrayList<Mapping.Telling>();
        var items = members.object().items("events");
        for (int i = 0; i < items.size(); i++) {
            var at = members.at().child("events").child(i);
            if (items.get(i) instanceof Json.Obj object) {
                events.add(event(new Members(at, object, found)));
            } else {
                found.add(new Violation(at, "An object is wanted."));
            }
        }
        if (events.isEmpty()) {
            members.wrong("events", "At least one event is wanted.");
        }
        return events;
    }

    private Mapping.Telling event(Members event) {
        event.only(List.of("transition", "on", "when"));
        var transition = word("transition", event, name -> Transition.of(name).isPresent());
        var on = event.object().get("on").map(it -> columns.part(event.at().child("on"), it, As.DATE));
        Map<String, Set<String>> when = new LinkedHashMap<>();
        if (event.has("when")) {
            event.child("when").ifPresent(columns -> columns.object()
                    .members()
                    .keySet()
                    .forEach(column -> when.put(
                            column,
                            columns.texts(column).stream().map(Folded::of).collect(Collectors.toSet()))));
        }
        return new Mapping.Telling(transition, on, when);
    }

    private Forms forms() {
        var dates = new ArrayList<DateForm>();
        for (var form : members.texts("dates")) {
            DateForm.of(form)
                    .ifPresentOrElse(
                            dates::add,
                            () -> members.wrong("dates", form + " is no form of dates, such as dd/mm/yyyy or serial."));
        }
        var numbers = members.word(
                "decimal", List.of(NumberForm.COMMA, NumberForm.POINT), NumberForm::decimal, NumberForm.UNSTATED);
        var blanks = members.texts("blanks").stream().map(Folded::of).collect(Collectors.toSet());
        return new Forms(dates.isEmpty() ? DateForm.USUAL : dates, numbers, blanks);
    }
}
