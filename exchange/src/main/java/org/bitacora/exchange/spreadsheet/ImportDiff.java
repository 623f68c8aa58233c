package org.bitacora.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.activity.ActivityKind;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.MergePatch;
import org.bitacora.exchange.spreadsheet.mapping.RowResult;

/**
 * Computes the events that make the statements of a source about an activity match its file: statements, corrections,
 * withdrawals of steps that the file no longer contains, and reinstatements. There are none if the statements match
 * already. Earlier steps of an activity stay: if the file first states it as planned and later as carried out, its
 * history contains both steps.
 */
public final class ImportDiff {

    private static final String PREFIX = ActivityEventType.PREFIX + "activity.";
    private static final List<Transition> FURTHEST =
            List.of(Transition.ENDED, Transition.FORMALISED, Transition.PLANNED, Transition.UNDONE);

    private final String activity;
    private final long after;
    private final List<PendingEvent> postings = new ArrayList<>();

    private ImportDiff(String activity, long after) {
        this.activity = activity;
        this.after = after;
    }

    /**
     * An event that the source recorded about the activity.
     *
     * @param position its position in the log
     */
    public record RecordedStatement(long position, EventKey key, ActivityEventType type, Json.Obj data) {}

    /**
     * An event to post.
     *
     * @param id its id. The same event after the same preceding events has the same id, so that posting it twice has no
     *     effect
     * @param type its CloudEvents type
     */
    public record PendingEvent(String id, String type, Json.Obj data) {}

    /** What a source has recorded about one step: the statements, the withdrawn statements, and the corrections. */
    private record StepHistory(
            ActivityKind kind,
            List<RecordedStatement> statements,
            List<RecordedStatement> withdrawn,
            List<RecordedStatement> corrections) {
        StepHistory(ActivityKind kind) {
            this(kind, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        boolean isStated() {
            return !statements.isEmpty();
        }

        Json.Obj data() {
            var data = Json.Obj.EMPTY;
            for (var statement : isStated() ? statements : withdrawn.subList(withdrawn.size() - 1, withdrawn.size())) {
                data = MergePatch.apply(data, publicData(statement.data()));
            }
            for (var correction : corrections) {
                data = MergePatch.apply(data, correction.data().without("transition", "private"));
            }
            return data;
        }
    }

    /**
     * Returns the events to post.
     *
     * @param recorded all events that the source recorded about the activity, in log order
     * @param now the steps in the file
     */
    public static List<PendingEvent> events(
            String activity, List<RecordedStatement> recorded, List<RowResult.ActivityStep> now) {
        long after = recorded.isEmpty() ? 0 : recorded.getLast().position();
        var importDiff = new ImportDiff(activity, after);
        var standing = standing(recorded);
        if (isWithdrawn(recorded) && !now.isEmpty()) {
            importDiff.post(PREFIX + "reinstated", Json.Obj.EMPTY);
        }
        now.forEach(activityStep -> importDiff.addStep(
                activityStep,
                Optional.ofNullable(standing.get(activityStep.type().transition()))));
        standing.forEach((transition, before) -> {
            if (before.isStated() && now.stream().noneMatch(it -> it.type().transition() == transition)) {
                importDiff.retract(transition, before, now);
            }
        });
        return importDiff.postings;
    }

    /** Returns whether the whole activity is withdrawn. */
    private static boolean isWithdrawn(List<RecordedStatement> recorded) {
        boolean withdrawn = false;
        for (var one : recorded) {
            if (referencedKeys(one).isEmpty()) {
                withdrawn = one.type() instanceof ActivityEventType.Withdrawal
                        || (withdrawn && !(one.type() instanceof ActivityEventType.Reinstatement));
            }
        }
        return withdrawn;
    }

    private static Set<EventKey> withdrawn(List<RecordedStatement> recorded) {
        var withdrawn = new HashSet<EventKey>();
        for (var one : recorded) {
            if (one.type() instanceof ActivityEventType.Withdrawal) {
                withdrawn.addAll(referencedKeys(one));
            } else if (one.type() instanceof ActivityEventType.Reinstatement) {
                withdrawn.removeAll(referencedKeys(one));
            }
        }
        return withdrawn;
    }

    private static Set<EventKey> referencedKeys(RecordedStatement recordedStatement) {
        var event = recordedStatement.data().object("event");
        return event.text("source")
                .flatMap(source -> event.text("id").map(id -> Set.of(new EventKey(source, id))))
                .orElse(Set.of());
    }

    private static Map<Transition, StepHistory> standing(List<RecordedStatement> recorded) {
        var withdrawn = withdrawn(recorded);
        Map<Transition, StepHistory> standing = new EnumMap<>(Transition.class);
        for (var one : recorded) {
            if (one.type() instanceof ActivityEventType.Statement(var activityKind, var transition)) {
                var before = standing.get(transition);
                var history = before == null || before.kind() != activityKind ? new StepHistory(activityKind) : before;
                (withdrawn.contains(one.key()) ? history.withdrawn() : history.statements()).add(one);
                standing.put(transition, history);
            } else if (one.type() instanceof ActivityEventType.Correction && !withdrawn.contains(one.key())) {
                corrected(one, standing).ifPresent(it -> it.corrections().add(one));
            }
        }
        return standing;
    }

    /**
     * Returns the step that a correction applies to: the step that the correction names, otherwise the furthest step.
     */
    private static Optional<StepHistory> corrected(
            RecordedStatement correction, Map<Transition, StepHistory> standing) {
        return correction
                .data()
                .text("transition")
                .flatMap(Transition::of)
                .or(() -> FURTHEST.stream().filter(standing::containsKey).findFirst())
                .map(standing::get);
    }

    private static Json.Obj publicData(Json.Obj data) {
        return data.without("private").omitNulls();
    }

    private void addStep(RowResult.ActivityStep activityStep, Optional<StepHistory> before) {
        if (before.isEmpty() || before.get().kind() != activityStep.type().kind()) {
            before.filter(StepHistory::isStated).ifPresent(this::withdraw);
            post(activityStep.type().name().orElseThrow(), activityStep.data());
            return;
        }
        if (!before.get().isStated()) {
            post(PREFIX + "reinstated", reference(before.get().withdrawn().getLast()));
        }
        correct(
                activityStep.type().transition(),
                MergePatch.between(before.get().data(), publicData(activityStep.data())),
                activityStep.data());
    }

    private void correct(Transition transition, Json.Obj patch, Json.Obj data) {
        if (!patch.members().isEmpty()) {
            var correction = patch.with("transition", Json.of(transition.word()));
            post(
                    PREFIX + "corrected",
                    data.get("private")
                            .map(it -> correction.with("private", it))
                            .orElse(correction));
        }
    }

    /**
     * Retracts a step that the file no longer contains. The step is withdrawn, unless a later step replaces it. A
     * replaced step stays as an earlier step, without the members that the file deleted.
     */
    private void retract(Transition transition, StepHistory before, List<RowResult.ActivityStep> now) {
        var next = now.stream()
                .filter(it -> !it.isFixed() && follows(transition, it.type().transition()))
                .findFirst();
        if (next.isEmpty()) {
            withdraw(before);
        } else {
            var patch = MergePatch.between(
                    before.data().without("on"), publicData(next.get().data()).without("on"));
            correct(transition, removals(patch), Json.Obj.EMPTY);
        }
    }

    /** Returns the members that a patch removes. The later step states the changed members. */
    private static Json.Obj removals(Json.Obj patch) {
        var removals = new LinkedHashMap<String, Json>();
        patch.members().forEach((name, value) -> {
            if (value instanceof Json.Null) {
                removals.put(name, value);
            } else if (value instanceof Json.Obj object
                    && !removals(object).members().isEmpty()) {
                removals.put(name, removals(object));
            }
        });
        return new Json.Obj(removals);
    }

    /**
     * Withdraws a step together with its corrections. Otherwise the corrections would apply to no step or to the
     * replacement.
     */
    private void withdraw(StepHistory before) {
        before.statements().forEach(it -> post(PREFIX + "withdrawn", reference(it)));
        before.corrections().forEach(it -> post(PREFIX + "withdrawn", reference(it)));
    }

    private static boolean follows(Transition before, Transition now) {
        return switch (before) {
            case PLANNED -> now != Transition.PLANNED;
            case FORMALISED -> now == Transition.ENDED;
            case ENDED, UNDONE -> false;
        };
    }

    private static Json.Obj reference(RecordedStatement recordedStatement) {
        var key = Json.Obj.EMPTY
                .with("source", Json.of(recordedStatement.key().source()))
                .with("id", Json.of(recordedStatement.key().id()));
        return Json.Obj.EMPTY.with("event", key);
    }

    /**
     * Adds an event. Its id depends on the position after which it is computed, so an event that is sent twice, or by
     * two senders at once, is stored once.
     */
    private void post(String type, Json.Obj data) {
        var word = type.substring(ActivityEventType.PREFIX.length());
        postings.add(new PendingEvent("%s:%s:%012d-%d".formatted(activity, word, after, postings.size()), type, data));
    }
}
