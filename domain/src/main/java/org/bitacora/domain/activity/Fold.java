package org.bitacora.domain.activity;

import static org.bitacora.domain.activity.Transition.ENDED;
import static org.bitacora.domain.activity.Transition.FORMALISED;
import static org.bitacora.domain.activity.Transition.PLANNED;
import static org.bitacora.domain.activity.Transition.UNDONE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bitacora.domain.activity.ActivityEvent.Assessed;
import org.bitacora.domain.activity.ActivityEvent.Corrected;
import org.bitacora.domain.activity.ActivityEvent.Stated;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.MergePatch;

/**
 * From all that was said of an activity to its state. A pure function of the set of its events: neither the order nor
 * the number of times in which they were delivered matters (design, section 3).
 */
public final class Fold {

    private final Withdrawals withdrawals;
    private final List<Stated> stated;
    private final List<Corrected> corrections;
    private final SortedMap<String, Integer> levels = new TreeMap<>();
    private final Set<Transition> transitions = EnumSet.noneOf(Transition.class);
    private final Set<Inconsistency> inconsistencies = EnumSet.noneOf(Inconsistency.class);

    private Fold(Collection<ActivityEvent> events) {
        var ordered = events.size() == 1
                ? List.copyOf(events)
                : events.stream().sorted(ActivityEvent.MERGE_ORDER).distinct().toList();
        withdrawals = Withdrawals.among(ordered);
        stated = remaining(ordered, Stated.class);
        corrections = remaining(ordered, Corrected.class);
        stated.forEach(event -> transitions.add(event.transition()));
        remaining(ordered, Assessed.class).forEach(this::judge);
    }

    /** The state that follows from those events. */
    public static Activity of(Collection<ActivityEvent> events) {
        return new Fold(events).activity();
    }

    private <E extends ActivityEvent> List<E> remaining(List<ActivityEvent> ordered, Class<E> what) {
        return ordered.stream()
                .filter(what::isInstance)
                .map(what::cast)
                .filter(event -> !withdrawals.hasEvent(event.key()))
                .toList();
    }

    /** Of several judgements by one rubric the latest holds. */
    private void judge(Assessed event) {
        event.data().text("rubric").ifPresent(rubric -> {
            if (event.data().members().get("level") instanceof Json.Num(var level)) {
                levels.put(rubric, level.intValue());
            }
        });
    }

    private Activity activity() {
        var merged = new Merge(sequence());
        var status = status();
        var occasions = occasions(status, merged);
        look(merged, occasions);
        return new Activity(kind(), status, occasions, merged.data(), levels, inconsistencies);
    }

    private Optional<Kind> kind() {
        return stated.stream().findFirst().map(Stated::kind);
    }

    private boolean states(Transition transition) {
        return transitions.contains(transition);
    }

    private Optional<Transition> furthest() {
        return List.of(ENDED, FORMALISED, PLANNED, UNDONE).stream()
                .filter(this::states)
                .findFirst();
    }

    private Status status() {
        if (withdrawals.ofTheActivity()) {
            return Status.WITHDRAWN;
        }
        if (states(UNDONE)) {
            return states(FORMALISED) || states(ENDED) ? Status.ENDED : Status.CANCELLED;
        }
        return furthest()
                .map(it -> switch (it) {
                    case PLANNED -> Status.PLANNED;
                    case FORMALISED -> Status.FORMALISED;
                    case ENDED -> Status.ENDED;
                    case UNDONE -> Status.CANCELLED;
                })
                .orElse(Status.UNSTATED);
    }

    /** What was stated in merge order, each correction right after the last statement of what it corrects. */
    private List<Step> sequence() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < stated.size(); i++) {
            var transition = stated.get(i).transition();
            steps.add(new Step(transition, stated.get(i).data()));
            if (isLastOf(transition, i)) {
                corrections.stream()
                        .filter(correction -> target(correction).equals(Optional.of(transition)))
                        .forEach(correction -> steps.add(new Step(transition, correction.patch())));
            }
        }
        return steps;
    }

    private boolean isLastOf(Transition transition, int index) {
        return stated.subList(index + 1, stated.size()).stream().noneMatch(later -> later.transition() == transition);
    }

    private Optional<Transition> target(Corrected correction) {
        return correction.transition().or(this::furthest);
    }

    private Map<Transition, Occasion> occasions(Status status, Merge merged) {
        Map<Transition, Occasion> occasions = new EnumMap<>(Transition.class);
        if (states(PLANNED)) {
            occasions.put(PLANNED, new Occasion(merged.on(PLANNED).or(merged::start)));
        }
        if (states(FORMALISED) || states(ENDED)) {
            occasions.put(FORMALISED, new Occasion(merged.on(FORMALISED).or(merged::start)));
        }
        if (states(ENDED) || status == Status.ENDED) {
            occasions.put(
                    ENDED,
                    new Occasion(merged.on(ENDED).or(() -> merged.on(UNDONE)).or(merged::end)));
        }
        if (states(UNDONE)) {
            occasions.put(UNDONE, new Occasion(merged.on(UNDONE)));
        }
        return occasions;
    }

    private void look(Merge merged, Map<Transition, Occasion> occasions) {
        note(
                !stated.isEmpty()
                        && merged.data()
                                .text("title")
                                .filter(it -> !it.isBlank())
                                .isEmpty(),
                Inconsistency.MISSING_TITLE);
        note(stated.stream().map(Stated::kind).distinct().count() > 1, Inconsistency.SEVERAL_KINDS);
        note(endsTooSoon(merged, occasions), Inconsistency.ENDS_BEFORE_IT_BEGINS);
        note(
                corrections.stream()
                        .anyMatch(it -> target(it).filter(this::states).isEmpty()),
                Inconsistency.ORPHAN_CORRECTION);
        note(states(UNDONE) && (states(FORMALISED) || states(ENDED)), Inconsistency.UNDONE_AFTER_FORMALISED);
        note(withdrawals.ofUnknownEvents(), Inconsistency.UNKNOWN_EVENT_WITHDRAWN);
    }

    private boolean endsTooSoon(Merge merged, Map<Transition, Occasion> occasions) {
        var formalised = Optional.ofNullable(occasions.get(FORMALISED)).flatMap(Occasion::date);
        var ended = Optional.ofNullable(occasions.get(ENDED)).flatMap(Occasion::date);
        return precedes(merged.end(), merged.start()) || precedes(ended, formalised);
    }

    private static boolean precedes(Optional<PartialDate> end, Optional<PartialDate> start) {
        return end.isPresent() && start.isPresent() && end.get().isBefore(start.get());
    }

    private void note(boolean holds, Inconsistency inconsistency) {
        if (holds) {
            inconsistencies.add(inconsistency);
        }
    }

    /** One thing to merge, with the transition whose {@code on} it may state. */
    record Step(Transition transition, Json.Obj patch) {}

    /** The data after all steps: what is common to the activity, and the {@code on} of each transition. */
    private static final class Merge {
        private final Map<Transition, Json> on = new EnumMap<>(Transition.class);
        private final Json.Obj data;

        Merge(List<Step> steps) {
            var common = Json.Obj.EMPTY;
            for (var step : steps) {
                common = MergePatch.apply(common, step.patch());
                var stated = step.patch().members().get("on");
                if (stated != null) {
                    on.put(step.transition(), stated);
                }
            }
            data = common.without("on");
        }

        Json.Obj data() {
            return data;
        }

        Optional<PartialDate> on(Transition transition) {
            return on.get(transition) instanceof Json.Str(var text) ? PartialDate.of(text) : Optional.empty();
        }

        Optional<PartialDate> start() {
            return data.text("start").flatMap(PartialDate::of);
        }

        Optional<PartialDate> end() {
            return data.text("end").flatMap(PartialDate::of);
        }
    }
}
