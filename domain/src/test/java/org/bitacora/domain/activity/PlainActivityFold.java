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
import org.bitacora.domain.activity.ActivityEvent.ActivityAssessed;
import org.bitacora.domain.activity.ActivityEvent.ActivityCorrected;
import org.bitacora.domain.activity.ActivityEvent.TransitionStated;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.MergePatch;

/**
 * The reference implementation for the tests of {@link ActivityFold}: it folds all events of an activity at once
 * instead of one at a time.
 */
final class PlainActivityFold {

    private final PlainWithdrawals withdrawals;
    private final List<TransitionStated> stated;
    private final List<ActivityCorrected> corrections;
    private final SortedMap<String, Integer> levels = new TreeMap<>();
    private final Set<Transition> transitions = EnumSet.noneOf(Transition.class);
    private final Set<Inconsistency> inconsistencies = EnumSet.noneOf(Inconsistency.class);

    private PlainActivityFold(Collection<ActivityEvent> events) {
        var ordered = events.size() == 1
                ? List.copyOf(events)
                : events.stream().sorted(ActivityEvent.MERGE_ORDER).distinct().toList();
        withdrawals = PlainWithdrawals.of(ordered);
        stated = notWithdrawn(ordered, TransitionStated.class);
        corrections = notWithdrawn(ordered, ActivityCorrected.class);
        stated.forEach(event -> transitions.add(event.transition()));
        notWithdrawn(ordered, ActivityAssessed.class).forEach(this::applyAssessment);
    }

    /** The state after these events. */
    static Activity of(Collection<ActivityEvent> events) {
        return new PlainActivityFold(events).activity();
    }

    private <E extends ActivityEvent> List<E> notWithdrawn(List<ActivityEvent> ordered, Class<E> what) {
        return ordered.stream()
                .filter(what::isInstance)
                .map(what::cast)
                .filter(event -> !withdrawals.hasEvent(event.key()))
                .toList();
    }

    /** The latest assessment for each rubric applies. */
    private void applyAssessment(ActivityAssessed event) {
        event.data().text("rubric").ifPresent(rubric -> {
            if (event.data().members().get("level") instanceof Json.Num(var level)) {
                levels.put(rubric, level.intValue());
            }
        });
    }

    private Activity activity() {
        var merged = new MergedState(mergeSteps());
        var activityStatus = status();
        var occasions = effectiveDates(activityStatus, merged);
        findInconsistencies(merged, occasions);
        return new Activity(kind(), activityStatus, occasions, merged.data(), levels, inconsistencies);
    }

    private Optional<ActivityKind> kind() {
        return stated.stream().findFirst().map(TransitionStated::kind);
    }

    private boolean hasTransition(Transition transition) {
        return transitions.contains(transition);
    }

    private Optional<Transition> furthestTransition() {
        return List.of(ENDED, FORMALISED, PLANNED, UNDONE).stream()
                .filter(this::hasTransition)
                .findFirst();
    }

    private ActivityStatus status() {
        if (withdrawals.ofActivity()) {
            return ActivityStatus.WITHDRAWN;
        }
        if (hasTransition(UNDONE)) {
            return hasTransition(FORMALISED) || hasTransition(ENDED) ? ActivityStatus.ENDED : ActivityStatus.CANCELLED;
        }
        return furthestTransition()
                .map(it -> switch (it) {
                    case PLANNED -> ActivityStatus.PLANNED;
                    case FORMALISED -> ActivityStatus.FORMALISED;
                    case ENDED -> ActivityStatus.ENDED;
                    case UNDONE -> ActivityStatus.CANCELLED;
                })
                .orElse(ActivityStatus.UNSTATED);
    }

    /**
     * The statements in merge order, with each correction right after the last statement of the transition that it
     * corrects.
     */
    private List<PatchStep> mergeSteps() {
        var steps = new ArrayList<PatchStep>();
        for (int i = 0; i < stated.size(); i++) {
            var transition = stated.get(i).transition();
            steps.add(new PatchStep(transition, stated.get(i).data()));
            if (isLastOf(transition, i)) {
                corrections.stream()
                        .filter(correction -> target(correction).equals(Optional.of(transition)))
                        .forEach(correction -> steps.add(new PatchStep(transition, correction.patch())));
            }
        }
        return steps;
    }

    private boolean isLastOf(Transition transition, int index) {
        return stated.subList(index + 1, stated.size()).stream().noneMatch(later -> later.transition() == transition);
    }

    private Optional<Transition> target(ActivityCorrected correction) {
        return correction.transition().or(this::furthestTransition);
    }

    private Map<Transition, EffectiveDate> effectiveDates(ActivityStatus activityStatus, MergedState merged) {
        Map<Transition, EffectiveDate> occasions = new EnumMap<>(Transition.class);
        if (hasTransition(PLANNED)) {
            occasions.put(PLANNED, new EffectiveDate(merged.on(PLANNED).or(merged::start)));
        }
        if (hasTransition(FORMALISED) || hasTransition(ENDED)) {
            occasions.put(FORMALISED, new EffectiveDate(merged.on(FORMALISED).or(merged::start)));
        }
        if (hasTransition(ENDED) || activityStatus == ActivityStatus.ENDED) {
            occasions.put(
                    ENDED,
                    new EffectiveDate(
                            merged.on(ENDED).or(() -> merged.on(UNDONE)).or(merged::end)));
        }
        if (hasTransition(UNDONE)) {
            occasions.put(UNDONE, new EffectiveDate(merged.on(UNDONE)));
        }
        return occasions;
    }

    private void findInconsistencies(MergedState merged, Map<Transition, EffectiveDate> occasions) {
        addIf(
                !stated.isEmpty()
                        && merged.data()
                                .text("title")
                                .filter(it -> !it.isBlank())
                                .isEmpty(),
                Inconsistency.MISSING_TITLE);
        addIf(stated.stream().map(TransitionStated::kind).distinct().count() > 1, Inconsistency.SEVERAL_KINDS);
        addIf(endsTooSoon(merged, occasions), Inconsistency.ENDS_BEFORE_IT_BEGINS);
        addIf(
                corrections.stream()
                        .anyMatch(it -> target(it).filter(this::hasTransition).isEmpty()),
                Inconsistency.ORPHAN_CORRECTION);
        addIf(
                hasTransition(UNDONE) && (hasTransition(FORMALISED) || hasTransition(ENDED)),
                Inconsistency.UNDONE_AFTER_FORMALISED);
        addIf(withdrawals.ofUnknownEvents(), Inconsistency.UNKNOWN_EVENT_WITHDRAWN);
    }

    private boolean endsTooSoon(MergedState merged, Map<Transition, EffectiveDate> occasions) {
        var formalised = Optional.ofNullable(occasions.get(FORMALISED)).flatMap(EffectiveDate::date);
        var ended = Optional.ofNullable(occasions.get(ENDED)).flatMap(EffectiveDate::date);
        return precedes(merged.end(), merged.start()) || precedes(ended, formalised);
    }

    private static boolean precedes(Optional<PartialDate> end, Optional<PartialDate> start) {
        return end.isPresent() && start.isPresent() && end.get().isBefore(start.get());
    }

    private void addIf(boolean holds, Inconsistency inconsistency) {
        if (holds) {
            inconsistencies.add(inconsistency);
        }
    }

    /** A patch to merge, with the transition whose {@code on} it may state. */
    record PatchStep(Transition transition, Json.Obj patch) {}

    /** The data after all steps: the common data of the activity and the {@code on} of each transition. */
    private static final class MergedState {
        private final Map<Transition, Json> on = new EnumMap<>(Transition.class);
        private final Json.Obj data;

        MergedState(List<PatchStep> steps) {
            var common = Json.Obj.EMPTY;
            for (var patchStep : steps) {
                common = MergePatch.apply(common, patchStep.patch());
                var stated = patchStep.patch().members().get("on");
                if (stated != null) {
                    on.put(patchStep.transition(), stated);
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
