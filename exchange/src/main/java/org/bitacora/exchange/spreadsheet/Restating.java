package org.bitacora.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.activity.EventType;
import org.bitacora.domain.activity.Kind;
import org.bitacora.domain.activity.Transition;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.json.MergePatch;
import org.bitacora.exchange.spreadsheet.mapping.RowRead;

/**
 * What has to be posted so that a source's word on an activity becomes what its file says now: nothing where it says the
 * same; else first statements, corrections, and the taking back of what the file no longer says. A step that the
 * activity took on its way stays: what was planned and is now carried out was planned.
 */
public final class Restating {

    private static final String PREFIX = EventType.PREFIX + "activity.";
    private static final List<Transition> FURTHEST =
            List.of(Transition.ENDED, Transition.FORMALISED, Transition.PLANNED, Transition.UNDONE);

    private final String activity;
    private final long after;
    private final List<Posting> postings = new ArrayList<>();

    private Restating(String activity, long after) {
        this.activity = activity;
        this.after = after;
    }

    /**
     * An event that the source posted on the activity.
     *
     * @param position where it is in the log
     */
    public record Said(long position, EventKey key, EventType type, Json.Obj data) {}

    /**
     * An event to post.
     *
     * @param id its id: the same after the same events, whoever makes it and however often
     * @param type its type in CloudEvents
     */
    public record Posting(String id, String type, Json.Obj data) {}

    /** What a source says of one step: the events that state it, those of them taken back, and the corrections of it. */
    private record Standing(Kind kind, List<Said> statements, List<Said> withdrawn, List<Said> corrections) {
        Standing(Kind kind) {
            this(kind, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        boolean isSaid() {
            return !statements.isEmpty();
        }

        Json.Obj data() {
            var data = Json.Obj.EMPTY;
            for (var statement : isSaid() ? statements : withdrawn.subList(withdrawn.size() - 1, withdrawn.size())) {
                data = MergePatch.apply(data, shown(statement.data()));
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
    public static List<Posting> of(String activity, List<Said> said, List<RowRead.Step> now) {
        long after = said.isEmpty() ? 0 : said.getLast().position();
        var restating = new Restating(activity, after);
        var standing = standing(said);
        if (isWithdrawn(said) && !now.isEmpty()) {
            restating.post(PREFIX + "reinstated", Json.Obj.EMPTY);
        }
        now.forEach(step -> restating.state(
                step, Optional.ofNullable(standing.get(step.type().transition()))));
        standing.forEach((transition, before) -> {
            if (before.isSaid() && now.stream().noneMatch(it -> it.type().transition() == transition)) {
                restating.leave(transition, before, now);
            }
        });
        return restating.postings;
    }

    /** Whether the activity as a whole was taken back. */
    private static boolean isWithdrawn(List<Said> said) {
        boolean withdrawn = false;
        for (var one : said) {
            if (meant(one).isEmpty()) {
                withdrawn = one.type() instanceof EventType.Withdrawal
                        || (withdrawn && !(one.type() instanceof EventType.Reinstatement));
            }
        }
        return withdrawn;
    }

    private static Set<EventKey> withdrawn(List<Said> said) {
        var withdrawn = new HashSet<EventKey>();
        for (var one : said) {
            if (one.type() instanceof EventType.Withdrawal) {
                withdrawn.addAll(meant(one));
            } else if (one.type() instanceof EventType.Reinstatement) {
                withdrawn.removeAll(meant(one));
            }
        }
        return withdrawn;
    }

    private static Set<EventKey> meant(Said said) {
        var event = said.data().object("event");
        return event.text("source")
                .flatMap(source -> event.text("id").map(id -> Set.of(new EventKey(source, id))))
                .orElse(Set.of());
    }

    private static Map<Transition, Standing> standing(List<Said> said) {
        var withdrawn = withdrawn(said);
        Map<Transition, Standing> standing = new EnumMap<>(Transition.class);
        for (var one : said) {
            if (one.type() instanceof EventType.Statement(var kind, var transition)) {
                var before = standing.get(transition);
                var of = before == null || before.kind() != kind ? new Standing(kind) : before;
                (withdrawn.contains(one.key()) ? of.withdrawn() : of.statements()).add(one);
                standing.put(transition, of);
            } else if (one.type() instanceof EventType.Correction && !withdrawn.contains(one.key())) {
                corrected(one, standing).ifPresent(it -> it.corrections().add(one));
            }
        }
        return standing;
    }

    /** What a correction is of: the step that it names, or the furthest. */
    private static Optional<Standing> corrected(Said correction, Map<Transition, Standing> standing) {
        return correction
                .data()
                .text("transition")
                .flatMap(Transition::of)
                .or(() -> FURTHEST.stream().filter(standing::containsKey).findFirst())
                .map(standing::get);
    }

    private static Json.Obj shown(Json.Obj data) {
        return data.without("private").stated();
    }

    private void state(RowRead.Step step, Optional<Standing> before) {
        if (before.isEmpty() || before.get().kind() != step.type().kind()) {
            before.filter(Standing::isSaid).ifPresent(this::withdraw);
            post(step.type().name().orElseThrow(), step.data());
            return;
        }
        if (!before.get().isSaid()) {
            post(PREFIX + "reinstated", event(before.get().withdrawn().getLast()));
        }
        correct(step.type().transition(), MergePatch.between(before.get().data(), shown(step.data())), step.data());
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
    private void leave(Transition transition, Standing before, List<RowRead.Step> now) {
        var next = now.stream()
                .filter(it -> !it.isFixed() && follows(transition, it.type().transition()))
                .findFirst();
        if (next.isEmpty()) {
            withdraw(before);
        } else {
            var patch = MergePatch.between(
                    before.data().without("on"), shown(next.get().data()).without("on"));
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
    private void withdraw(Standing before) {
        before.statements().forEach(it -> post(PREFIX + "withdrawn", event(it)));
        before.corrections().forEach(it -> post(PREFIX + "withdrawn", event(it)));
    }

    private static boolean follows(Transition before, Transition now) {
        return switch (before) {
            case PLANNED -> now != Transition.PLANNED;
            case FORMALISED -> now == Transition.ENDED;
            case ENDED, UNDONE -> false;
        };
    }

    private static Json.Obj event(Said said) {
        var key = Json.Obj.EMPTY
                .with("source", Json.of(said.key().source()))
                .with("id", Json.of(said.key().id()));
        return Json.Obj.EMPTY.with("event", key);
    }

    /** Where the log is that far, what comes next has this name: sent twice, or by two at once, it is one event. */
    private void post(String type, Json.Obj data) {
        var word = type.substring(EventType.PREFIX.length());
        postings.add(new Posting("%s:%s:%012d-%d".formatted(activity, word, after, postings.size()), type, data));
    }
}
