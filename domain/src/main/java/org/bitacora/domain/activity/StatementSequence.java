package org.bitacora.domain.activity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.MergePatchSequence;

/**
 * The data of an activity: statements in the order in which they were added, each correction right after the last
 * statement of its transition. Statements that no correction parts are kept as one patch, so there are at most as many
 * parts as transitions, and neither adding to them nor merging them takes longer the more statements there are.
 */
final class StatementSequence {

    /** Consecutive statements, of which the last is the last of that transition. */
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
            runs.set(last, new StatementRun(transition, runs.get(last).statements().then(data)));
        } else {
            var earlier = runs.remove(last);
            var next = runs.get(last);
            runs.set(last, new StatementRun(next.transition(), earlier.statements().then(next.statements())));
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

    /** Whether there are corrections of a transition that nobody stated. */
    boolean hasOrphanCorrections() {
        return corrections.keySet().stream().anyMatch(it -> !has(it));
    }

    /** How many parts the statements are kept in. */
    int runs() {
        return runs.size();
    }

    /** What all of that says, without {@code on}. */
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

    /** The date that was said of a transition itself. */
    Optional<PartialDate> on(Transition transition) {
        var date = corrected.getOrDefault(transition, stated.get(transition));
        return has(transition) && date instanceof Json.Str(var text) ? PartialDate.of(text) : Optional.empty();
    }
}
