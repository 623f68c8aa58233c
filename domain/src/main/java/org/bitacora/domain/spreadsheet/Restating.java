package org.bitacora.domain.spreadsheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
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

/**
 * What has to be posted so that a source's word on an activity becomes what its file says now: nothing where it says the
 * same; else first statements, corrections, and the taking back of what the file no longer says. A step that the
 * activity took on its way stays: what was planned and is now carried out was planned.
 */
public final class Restating {

    private static final String PREFIX = EventType.PREFIX + "activity.";

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

    /** What a source says of one step: the event that states it, and the corrections of that. */
    private record Standing(Said statement, Kind kind, List<Said> corrections) {
        Json.Obj data() {
            var data = shown(statement.data());
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
        var withdrawn = withdrawn(said);
        var standing = standing(said, withdrawn);
        now.forEach(step -> restating.state(
                step, Optional.ofNullable(standing.get(step.type().transition())), withdrawn));
        standing.forEach((transition, before) -> {
            if (!withdrawn.contains(before.statement().key()) && !isStill(transition, now)) {
                restating.withdraw(before);
            }
        });
        return restating.postings;
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

    private static Map<Transition, Standing> standing(List<Said> said, Set<EventKey> withdrawn) {
        Map<Transition, Standing> standing = new EnumMap<>(Transition.class);
        for (var one : said) {
            switch (one.type()) {
                case EventType.Statement(var kind, var transition) ->
                    standing.put(transition, new Standing(one, kind, new ArrayList<>()));
                case EventType.Correction() -> {
                    if (!withdrawn.contains(one.key())) {
                        one.data()
                                .text("transition")
                                .flatMap(Transition::of)
                                .map(standing::get)
                                .ifPresent(it -> it.corrections().add(one));
                    }
                }
                case EventType.Withdrawal(), EventType.Reinstatement(), EventType.Assessment() -> {}
            }
        }
        return standing;
    }

    private static Json.Obj shown(Json.Obj data) {
        return data.without("private").stated();
    }

    private void state(RowRead.Step step, Optional<Standing> before, Set<EventKey> withdrawn) {
        if (before.isEmpty() || before.get().kind() != step.type().kind()) {
            before.filter(it -> !withdrawn.contains(it.statement().key())).ifPresent(this::withdraw);
            post(step.type().name().orElseThrow(), step.data());
            return;
        }
        if (withdrawn.contains(before.get().statement().key())) {
            post(PREFIX + "reinstated", event(before.get().statement()));
        }
        var patch = MergePatch.between(before.get().data(), shown(step.data()));
        if (!patch.members().isEmpty()) {
            var personal = step.data().get("private");
            var correction =
                    patch.with("transition", Json.of(step.type().transition().word()));
            post(
                    PREFIX + "corrected",
                    personal.map(it -> correction.with("private", it)).orElse(correction));
        }
    }

    /** With its corrections: they would be left without what they correct, or correct what comes in its place. */
    private void withdraw(Standing before) {
        post(PREFIX + "withdrawn", event(before.statement()));
        before.corrections().forEach(it -> post(PREFIX + "withdrawn", event(it)));
    }

    private static boolean isStill(Transition transition, List<RowRead.Step> now) {
        return now.stream().anyMatch(it -> it.type().transition() == transition) || leadsTo(transition, now);
    }

    /** Whether a row that tells only the latest step leaves this one as said: where each tells all, none is left. */
    private static boolean leadsTo(Transition transition, List<RowRead.Step> now) {
        return now.stream()
                .anyMatch(it -> !it.isFixed() && follows(transition, it.type().transition()));
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
