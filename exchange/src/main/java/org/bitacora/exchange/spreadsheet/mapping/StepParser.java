package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bitacora.domain.activity.ActivityDataValidator;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.exchange.spreadsheet.mapping.MappedNode.CellOrigin;

/** Parses the steps that one row states. Faults are recorded with their cells. */
final class StepParser {

    private final Mapping mapping;
    private final int row;
    private final RowMapper rowMapper;
    private final List<CellFault> faults;

    StepParser(Mapping mapping, RowContext rowContext, List<CellFault> faults) {
        this.mapping = mapping;
        this.row = rowContext.row().number();
        this.rowMapper = new RowMapper(rowContext, mapping.forms(), faults);
        this.faults = faults;
    }

    /** Returns the steps of the events. The result is valid only if no fault was recorded. */
    List<RowResult.ActivityStep> parse(List<Mapping.EventRule> eventRules) {
        var kind = word(mapping.kind(), ActivityKind::of, Detail.of("Unknown kind of activity."));
        var data = rowMapper.mapRoot(mapping.data());
        var steps = new ArrayList<RowResult.ActivityStep>();
        for (var eventRule : eventRules) {
            var transition = word(eventRule.transition(), Transition::of, Detail.of("Unknown step of an activity."));
            var node = withDate(data, eventRule);
            if (kind.isPresent() && transition.isPresent() && node.toJson() instanceof Json.Obj object) {
                var type = new ActivityEventType.Statement(kind.get(), transition.get());
                check(type, node, object);
                steps.add(new RowResult.ActivityStep(type, object, eventRule.isFixed()));
            }
        }
        return steps;
    }

    private <W> Optional<W> word(MappingNode mappingNode, Function<String, Optional<W>> of, Detail reason) {
        int before = faults.size();
        var node = rowMapper.mapSingle(mappingNode);
        var word = node.flatMap(it -> it.toJson() instanceof Json.Str(var text) ? of.apply(text) : Optional.empty());
        if (word.isEmpty() && faults.size() == before) {
            fault(node.map(it -> it.origin(List.of())).orElseGet(() -> empty(mappingNode)), reason);
        }
        return word;
    }

    private static CellOrigin empty(MappingNode mappingNode) {
        return new CellOrigin(
                mappingNode
                        .columnNodes()
                        .map(it -> it.column().displayName())
                        .findFirst()
                        .orElse(""),
                "");
    }

    private MappedNode.MappedObject withDate(MappedNode.MappedObject data, Mapping.EventRule eventRule) {
        var on = eventRule.date().flatMap(rowMapper::mapSingle);
        if (on.isEmpty()) {
            return data;
        }
        Map<String, MappedNode> members = new LinkedHashMap<>(data.members());
        members.put("on", on.get());
        return new MappedNode.MappedObject(members);
    }

    private void check(ActivityEventType.Statement type, MappedNode.MappedObject node, Json.Obj data) {
        if (type.name().isEmpty()) {
            fault(
                    new CellOrigin("", type.transition().word()),
                    Detail.of(
                            "Activities of the kind {0} do not have this step.",
                            type.kind().word()));
        }
        if (faults.isEmpty()) {
            ActivityDataValidator.validate(Pointer.ROOT, data).forEach(it -> fault(origin(node, it), it.detail()));
        }
    }

    private static CellOrigin origin(MappedNode.MappedObject node, Violation violation) {
        return node.origin(List.of(violation.pointer().value().substring(1).split("/", -1)));
    }

    private void fault(CellOrigin cellOrigin, Detail reason) {
        faults.add(new CellFault(row, cellOrigin.column(), cellOrigin.displayText(), reason));
    }
}
