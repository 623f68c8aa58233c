package org.bitacora.domain.activity;

import static org.bitacora.domain.activity.Transition.ENDED;
import static org.bitacora.domain.activity.Transition.FORMALISED;
import static org.bitacora.domain.activity.Transition.PLANNED;
import static org.bitacora.domain.activity.Transition.UNDONE;

import java.util.ArrayList;
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
import org.bitacora.domain.activity.ActivityEvent.ActivityReinstated;
import org.bitacora.domain.activity.ActivityEvent.ActivityWithdrawn;
import org.bitacora.domain.activity.ActivityEvent.TransitionStated;
import org.bitacora.domain.json.Json;

/** The accumulated result of the events of an activity, added one at a time in merge order. */
final class FoldedEvents {

    private static final List<Transition> FURTHEST_FIRST = List.of(ENDED, FORMALISED, PLANNED, UNDONE);

    private final Withdrawals withdrawals;
    private final StatementSequence statements = new StatementSequence();
    private final List<ActivityCorrected> corrections = new ArrayList<>(0);
    private final SortedMap<String, Integer> levels = new TreeMap<>();
    private final Set<ActivityKind> kinds = EnumSet.noneOf(ActivityKind.class);
    private Optional<ActivityKind> firstKind = Optional.empty();
    private Optional<Transition> furthest = Optional.empty();
    private boolean hasUnnamedCorrections;
    private long steps;

    /** Creates an empty result that skips the withdrawn events. */
    FoldedEvents(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    /** The number of events and corrections applied so far, which is the cost of folding. */
    long steps() {
        return steps;
    }

    void apply(ActivityEvent event) {
        steps++;
        switch (event) {
            case ActivityWithdrawn _, ActivityReinstated _ -> {}
            case TransitionStated _, ActivityCorrected _, ActivityAssessed _
            when withdrawals.hasEvent(event.key()) -> {}
            case TransitionStated statement -> applyStatement(statement);
            case ActivityCorrected correction -> applyCorrection(correction);
            case ActivityAssessed assessment -> applyAssessment(assessment);
        }
    }

    private void applyStatement(TransitionStated statement) {
        kinds.add(statement.kind());
        firstKind = firstKind.or(() -> Optional.of(statement.kind()));
        boolean isNew = !statements.has(statement.transition());
        statements.state(statement.transition(), statement.data());
        if (isNew) {
            moveFurthest();
        }
    }

    private void moveFurthest() {
        var reached = FURTHEST_FIRST.stream().filter(statements::has).findFirst();
        if (!reached.equals(furthest)) {
            furthest = reached;
            retargetCorrections();
        }
    }

    /**
     * A correction that names no transition applies to the furthest one. The furthest transition changes at most four
     * times.
     */
    private void retargetCorrections() {
        if (hasUnnamedCorrections) {
            statements.removeCorrections();
            corrections.forEach(this::correct);
            steps += corrections.size();
        }
    }

    private void applyCorrection(ActivityCorrected correction) {
        corrections.add(correction);
        hasUnnamedCorrections |= correction.transition().isEmpty();
        correct(correction);
    }

    private void correct(ActivityCorrected correction) {
        correction
                .transition()
                .or(() -> furthest)
                .ifPresent(transition -> statements.correct(transition, correction.patch()));
    }

    /** The latest assessment for each rubric applies. */
    private void applyAssessment(ActivityAssessed event) {
        event.data().text("rubric").ifPresent(rubric -> {
            if (event.data().members().get("level") instanceof Json.Num(var level)) {
                levels.put(rubric, level.intValue());
            }
        });
    }

    Activity activity() {
        var data = statements.data();
        var activityStatus = status();
        var dates = effectiveDates(activityStatus, data);
        return new Activity(firstKind, activityStatus, dates, data, levels, inconsistencies(data, dates));
    }

    private ActivityStatus status() {
        if (withdrawals.ofActivity()) {
            return ActivityStatus.WITHDRAWN;
        }
        if (statements.has(UNDONE)) {
            return isFormalised() ? ActivityStatus.ENDED : ActivityStatus.CANCELLED;
        }
        return furthest.map(it -> switch (it) {
                    case PLANNED -> ActivityStatus.PLANNED;
                    case FORMALISED -> ActivityStatus.FORMALISED;
                    case ENDED -> ActivityStatus.ENDED;
                    case UNDONE -> ActivityStatus.CANCELLED;
                })
                .orElse(ActivityStatus.UNSTATED);
    }

    private boolean isFormalised() {
        return statements.has(FORMALISED) || statements.has(ENDED);
    }

    private Map<Transition, EffectiveDate> effectiveDates(ActivityStatus activityStatus, Json.Obj data) {
        Map<Transition, EffectiveDate> dates = new EnumMap<>(Transition.class);
        if (statements.has(PLANNED)) {
            dates.put(PLANNED, new EffectiveDate(statements.on(PLANNED).or(() -> date(data, "start"))));
        }
        if (isFormalised()) {
            dates.put(FORMALISED, new EffectiveDate(statements.on(FORMALISED).or(() -> date(data, "start"))));
        }
        if (activityStatus == ActivityStatus.ENDED || statements.has(ENDED)) {
            dates.put(
                    ENDED,
                    new EffectiveDate(
                            statements.on(ENDED).or(() -> statements.on(UNDONE)).or(() -> date(data, "end"))));
        }
        if (statements.has(UNDONE)) {
            dates.put(UNDONE, new EffectiveDate(statements.on(UNDONE)));
        }
        return dates;
    }

    private static Optional<PartialDate> date(Json.Obj data, String member) {
        return data.text(member).flatMap(PartialDate::of);
    }

    private Set<Inconsistency> inconsistencies(Json.Obj data, Map<Transition, EffectiveDate> dates) {
        var found = EnumSet.noneOf(Inconsistency.class);
        if (firstKind.isPresent()
                && data.text("title").filter(it -> !it.isBlank()).isEmpty()) {
            found.add(Inconsistency.MISSING_TITLE);
        }
        if (kinds.size() > 1) {
            found.add(Inconsistency.SEVERAL_KINDS);
        }
        if (endsTooSoon(data, dates)) {
            found.add(Inconsistency.ENDS_BEFORE_IT_BEGINS);
        }
        if (statements.hasOrphanCorrections() || (hasUnnamedCorrections && furthest.isEmpty())) {
            found.add(Inconsistency.ORPHAN_CORRECTION);
        }
        if (statements.has(UNDONE) && isFormalised()) {
            found.add(Inconsistency.UNDONE_AFTER_FORMALISED);
        }
        if (withdrawals.ofUnknownEvents()) {
            found.add(Inconsistency.UNKNOWN_EVENT_WITHDRAWN);
        }
        return found;
    }

    private static boolean endsTooSoon(Json.Obj data, Map<Transition, EffectiveDate> dates) {
        var formalised = Optional.ofNullable(dates.get(FORMALISED)).flatMap(EffectiveDate::date);
        var ended = Optional.ofNullable(dates.get(ENDED)).flatMap(EffectiveDate::date);
        return precedes(date(data, "end"), date(data, "start")) || precedes(ended, formalised);
    }

    private static boolean precedes(Optional<PartialDate> end, Optional<PartialDate> start) {
        return end.isPresent() && start.isPresent() && end.get().isBefore(start.get());
    }
}
