package org.bitacora.domain.spreadsheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.domain.activity.DataCheck;
import org.bitacora.domain.activity.EventType;
import org.bitacora.domain.activity.Kind;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.spreadsheet.Grown.Origin;

/** Reads the rows of a sheet, in their order, as a mapping says. */
public final class RowReader {

    private final Mapping mapping;
    private final Header header;
    private final NameReader names;

    /** For the rows beneath a header that has all columns of the mapping. */
    public RowReader(Mapping mapping, Header header) {
        this.mapping = mapping;
        this.header = header;
        this.names = new NameReader(mapping);
    }

    /** The name of the activity of a row, and the text that it was made of; empty where it has none. */
    public Optional<Name> name(Row row) {
        return isData(row) ? names.read(new Place(header, row)) : Optional.empty();
    }

    /**
     * The name of an activity.
     *
     * @param activity the name
     * @param written what stands in the sheet: two texts may come to the same name
     */
    public record Name(String activity, String written) {}

    /** What a row says. */
    public RowRead read(Row row) {
        if (!isData(row)) {
            return new RowRead.Nothing(row.number(), "");
        }
        var place = new Place(header, row);
        var name = names.read(place).map(Name::activity).orElse("");
        var faults = new ArrayList<Fault>();
        var steps = steps(place, faults);
        if (steps.isEmpty() && faults.isEmpty()) {
            return new RowRead.Nothing(row.number(), name);
        }
        if (name.isEmpty()) {
            faults.add(new Fault(
                    row.number(),
                    String.join(" + ", names.columns()),
                    "",
                    "It names the activity, and nothing stands in it."));
        }
        return faults.isEmpty()
                ? new RowRead.Told(row.number(), name, steps)
                : new RowRead.Wrong(row.number(), name, faults);
    }

    private boolean isData(Row row) {
        return row.number() > header.rowNumber()
                && !row.isBlank()
                && !header.isRepeatedBy(row)
                && mapping.layout().skip().stream()
                        .noneMatch(it -> Folded.of(row.beginning()).startsWith(Folded.of(it)));
    }

    private List<RowRead.Step> steps(Place place, List<Fault> faults) {
        var growing = new Growing(place, mapping.forms(), faults);
        var told = mapping.events().stream().filter(it -> isTold(it, place)).toList();
        if (told.isEmpty()) {
            return List.of();
        }
        var kind = word(growing, place, mapping.kind(), Kind::of, "No kind of activity.", faults);
        var data = growing.root(mapping.data());
        var steps = new ArrayList<RowRead.Step>();
        for (var telling : told) {
            var transition = word(
                    growing, place, telling.transition(), Transition::of, "No step that an activity takes.", faults);
            var whole = with(growing, data, telling);
            if (kind.isPresent() && transition.isPresent()) {
                var type = new EventType.Statement(kind.get(), transition.get());
                check(place, type, whole, faults);
                if (whole.json() instanceof Json.Obj object) {
                    steps.add(new RowRead.Step(type, object, telling.isFixed()));
                }
            }
        }
        return steps;
    }

    private boolean isTold(Mapping.Telling telling, Place place) {
        if (telling.when().isEmpty() && telling.on().isEmpty()) {
            return true;
        }
        return telling.when().entrySet().stream().allMatch(it -> it.getValue()
                        .contains(Folded.of(place.cell(it.getKey()).shown())))
                && telling.on()
                        .flatMap(on -> on.taken().findFirst())
                        .map(on -> !on.column()
                                .cells(place, mapping.forms())
                                .cells()
                                .isEmpty())
                        .orElse(true);
    }

    private <W> Optional<W> word(
            Growing growing,
            Place place,
            Part part,
            Function<String, Optional<W>> of,
            String reason,
            List<Fault> faults) {
        int before = faults.size();
        var grown = growing.one(part);
        var word = grown.flatMap(it -> it.json() instanceof Json.Str(var text) ? of.apply(text) : Optional.empty());
        if (word.isEmpty() && faults.size() == before) {
            var origin = grown.map(it -> it.origin(List.of()))
                    .orElseGet(() -> new Origin(
                            part.taken()
                                    .map(it -> it.column().shown())
                                    .findFirst()
                                    .orElse(""),
                            ""));
            faults.add(new Fault(place.row().number(), origin.column(), origin.shown(), reason));
        }
        return word;
    }

    private static Grown.Branch with(Growing growing, Grown.Branch data, Mapping.Telling telling) {
        var on = telling.on().flatMap(growing::one);
        if (on.isEmpty()) {
            return data;
        }
        Map<String, Grown> members = new LinkedHashMap<>(data.members());
        members.put("on", on.get());
        return new Grown.Branch(members);
    }

    private static void check(Place place, EventType.Statement type, Grown.Branch grown, List<Fault> faults) {
        if (type.name().isEmpty()) {
            faults.add(new Fault(
                    place.row().number(),
                    "",
                    type.transition().word(),
                    "The kind " + type.kind().word() + " has no such step."));
        }
        if (faults.isEmpty() && grown.json() instanceof Json.Obj data) {
            DataCheck.check(Pointer.ROOT, data).forEach(it -> faults.add(fault(place, grown, it)));
        }
    }

    private static Fault fault(Place place, Grown.Branch grown, Violation violation) {
        var path = List.of(violation.pointer().value().substring(1).split("/", -1));
        var origin = grown.origin(path);
        return new Fault(place.row().number(), origin.column(), origin.shown(), violation.detail());
    }
}
