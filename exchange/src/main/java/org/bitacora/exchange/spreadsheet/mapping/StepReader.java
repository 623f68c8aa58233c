package org.bitacora.exchange.spreadsheet.mapping;

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
import org.bitacora.exchange.spreadsheet.mapping.Grown.Origin;

/** Reads the steps that one row tells; what is wrong with it is noted, cell by cell. */
final class StepReader {

    private final Mapping mapping;
    private final int row;
    private final Growing growing;
    private final List<Fault> faults;

    StepReader(Mapping mapping, Place place, List<Fault> faults) {
        this.mapping = mapping;
        this.row = place.row().number();
        this.growing = new Growing(place, mapping.forms(), faults);
        this.faults = faults;
    }

    /** The steps of those events; of no use where anything was noted. */
    List<RowRead.Step> read(List<Mapping.Telling> told) {
        var kind = word(mapping.kind(), Kind::of, "No kind of activity.");
        var data = growing.root(mapping.data());
        var steps = new ArrayList<RowRead.Step>();
        for (var telling : told) {
            var transition = word(telling.transition(), Transition::of, "No step that an activity takes.");
            var grown = with(data, telling);
            if (kind.isPresent() && transition.isPresent() && grown.json() instanceof Json.Obj object) {
                var type = new EventType.Statement(kind.get(), transition.get());
                check(type, grown, object);
                steps.add(new RowRead.Step(type, object, telling.isFixed()));
            }
        }
        return steps;
    }

    private <W> Optional<W> word(Part part, Function<String, Optional<W>> of, String reason) {
        int before = faults.size();
        var grown = growing.one(part);
        var word = grown.flatMap(it -> it.json() instanceof Json.Str(var text) ? of.apply(text) : Optional.empty());
        if (word.isEmpty() && faults.size() == before) {
            fault(grown.map(it -> it.origin(List.of())).orElseGet(() -> empty(part)), reason);
        }
        return word;
    }

    private static Origin empty(Part part) {
        return new Origin(
                part.taken().map(it -> it.column().shown()).findFirst().orElse(""), "");
    }

    private Grown.Branch with(Grown.Branch data, Mapping.Telling telling) {
        var on = telling.on().flatMap(growing::one);
        if (on.isEmpty()) {
            return data;
        }
        Map<String, Grown> members = new LinkedHashMap<>(data.members());
        members.put("on", on.get());
        return new Grown.Branch(members);
    }

    private void check(EventType.Statement type, Grown.Branch grown, Json.Obj data) {
        if (type.name().isEmpty()) {
            fault(
                    new Origin("", type.transition().word()),
                    "The kind " + type.kind().word() + " has no such step.");
        }
        if (faults.isEmpty()) {
            DataCheck.check(Pointer.ROOT, data).forEach(it -> fault(origin(grown, it), it.detail()));
        }
    }

    private static Origin origin(Grown.Branch grown, Violation violation) {
        return grown.origin(List.of(violation.pointer().value().substring(1).split("/", -1)));
    }

    private void fault(Origin origin, String reason) {
        faults.add(new Fault(row, origin.column(), origin.shown(), reason));
    }
}
