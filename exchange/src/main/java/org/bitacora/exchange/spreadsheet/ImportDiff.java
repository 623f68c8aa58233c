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
 * What has to be posted so that a source's word on an activity becomes what its file says now: nothing where it says the
 * same; else first statements, corrections, and the taking back of what the file no longer says. A step that the
 * activity took on its way stays: what was planned and is now carried out was planned.
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
     * An event that the source posted on the activity.
     *
     * @param position where it is in the log
     */
    public record RecordedStatement(long position, EventKey key, ActivityEventType type, Json.Obj data) {}

    /**
     * An event to post.
     *
     * @param id its id: the same after the same events, whoever makes it and however often
     * @param type its type in CloudEvents
     */
    public record PendingEvent(String id, String type, Json.Obj data) {}

    /** What a source says of one step: the events that state it, those of them taken back, and the corrections of it. */
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
     * What has to be posted.
     *
     * @param said all that the source posted on the activity, in the order of the log
     * @param now what the file says
     */
    public static List<PendingEvent> events(
            String activity, List<RecordedStatement> said, List<RowResult.ActivityStep> now) {
        long after = said.isEmpty() ? 0 : said.getLast().position();
        var importDiff = new ImportDiff(activity, after);
        var standing = standing(said);
        if (isWithdrawn(said) && !now.isEmpty()) {
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

    /** Whether the activity as a whole was taken back. */
    private static boolean isWithdrawn(List<RecordedStatement> said) {
        boolean withdrawn = false;
        for (var one : said) {
            if (referencedKeys(one).isEmpty()) {
                withdrawn = one.type() instanceof ActivityEventType.Withdrawal
                        || (withdrawn && !(one.type() instanceof ActivityEventType.Reinstatement));
            }
        }
        return withdrawn;
    }

    private static Set<EventKey> withdrawn(List<RecordedStatement> said) {
        var withdrawn = new HashSet<EventKey>();
        for (var one : said) {
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

    private static Map<Transition, StepHistory> standing(List<RecordedStatement> said) {
        var withdrawn = withdrawn(said);
        Map<Transition, StepHistory> standing = new EnumMap<>(Transition.class);
        for (var one : said) {
            if (one.type() instanceof ActivityEventType.Statement(var activityKind, var transition)) {
                var before = standing.get(transition);
                var of = before == null || before.kind() != activityKind ? new StepHistory(activityKind) : before;
                (withdrawn.contains(one.key()) ? of.withdrawn() : of.statements()).add(one);
                standing.put(transition, of);
            } else if (one.type() instanceof ActivityEventType.Correction && !withdrawn.contains(one.key())) {
                corrected(one, standing).ifPresent(it -> it.corrections().add(one));
            }
        }
        return standing;
    }

    /** What a correction is of: the step that it names, or the furthest. */
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

    /** What the file no longer tells is taken back, or stays as what was on the way; but what it deleted goes. */
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

    /** Of a patch only what it removes: the rest is said by the step that came after. */
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

    /** With its corrections: they would be left without what they correct, or correct what comes in its place. */
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

    /** Where the log is that far, what comes next has this name: sent twice, or by two at once, it is one event. */
    private void post(String type, Json.Obj data) {
        var word = type.substring(ActivityEventType.PREFIX.length());
        postings.add(new PendingEvent("%s:%s:%012d-%d".formatted(activity, word, after, postings.size()), type, data));
    }
}
