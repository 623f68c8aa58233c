package org.bitacora.domain.activity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.MergePatchSequence;

/**
 * The statements of an activity in the order in which they were added. The corrections of a transition follow the last
 * statement of that transition. Consecutive statements without a correction between them are combined into one patch,
 * so there are at most as many runs as transitions. The cost of adding and merging therefore does not grow with the
 * number of statements.
 */
final class StatementSequence {

    /** Consecutive statements. The last one is the last statement of the transition. */
    private record StatementRun(Transition transition, MergePatchSequence statements) {}

    private static final String ON = "on";

    private final List<StatementRun> runs = new ArrayList<>(1);
    private final Map<Transition, MergePatchSequence> corrections = new EnumMap<>(Transition.class);
    private final Map<Transition, Json> stated = new EnumMap<>(Transition.class);
    private final Map<Transition, Json> corrected = new EnumMap<>(Transition.class);

    /** Adds a statement after all others. */
    void state(Transition transition, Json.Obj data) {
        note(stated, transition, data);
        int last = indexOf(transition);
        if (last < 0) {
            runs.add(new StatementRun(transition, MergePatchSequence.of(data)));
        } else if (last == runs.size() - 1) {
            runs.set(
                    last,
                    new StatementRun(transition, runs.get(last).statements().then(data)));
        } else {
            var earlier = runs.remove(last);
            var next = runs.get(last);
            runs.set(
                    last,
                    new StatementRun(next.transition(), earlier.statements().then(next.statements())));
            runs.add(new StatementRun(transition, MergePatchSequence.of(data)));
        }
    }

    /** Adds a correction after the other corrections of its transition. */
    void correct(Transition transition, Json.Obj patch) {
        note(corrected, transition, patch);
        var before = corrections.get(transition);
        corrections.put(transition, before == null ? MergePatchSequence.of(patch) : before.then(patch));
    }

    void removeCorrections() {
        corrections.clear();
        corrected.clear();
    }

    private static void note(Map<Transition, Json> on, Transition transition, Json.Obj patch) {
        var date = patch.members().get(ON);
        if (date != null) {
            on.put(transition, date);
        }
    }

    private int indexOf(Transition transition) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).transition() == transition) {
                return i;
            }
        }
        return -1;
    }

    boolean has(Transition transition) {
        return indexOf(transition) >= 0;
    }

    /** Whether there are corrections of a transition that no event states. */
    boolean hasOrphanCorrections() {
        return corrections.keySet().stream().anyMatch(it -> !has(it));
    }

    /** The number of runs of combined statements. */
    int runs() {
        return runs.size();
    }

    /** The merged data, without {@code on}. */
    Json.Obj data() {
        var data = Json.Obj.EMPTY;
        for (var run : runs) {
            data = run.statements().applyTo(data);
            var patches = corrections.get(run.transition());
            if (patches != null) {
                data = patches.applyTo(data);
            }
        }
        return data.without(ON);
    }

    /** The date stated in {@code on} for a transition; empty if there is none. */
    Optional<PartialDate> on(Transition transition) {
        var date = corrected.getOrDefault(transition, stated.get(transition));
        return has(transition) && date instanceof Json.Str(var text) ? PartialDate.of(text) : Optional.empty();
    }
}
