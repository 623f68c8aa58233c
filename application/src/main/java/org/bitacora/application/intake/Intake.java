package org.bitacora.application.intake;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitacora.application.access.Caller;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.Mode;
import org.bitacora.projections.projector.Following;

/** The one way into the log, for every channel: check, decide, append, and wake who follows. */
@Singleton
public class Intake {

    private final EventLog log;
    private final Following following;
    private final InstantSource clock;
    private final IntakeMeters meters;

    Intake(EventLog log, Following following, InstantSource clock, IntakeMeters meters) {
        this.log = log;
        this.following = following;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * How events shall be taken.
     *
     * @param mode what a rejected one means for the others
     * @param dryRun whether only to say what would become of them
     */
    public record How(Mode mode, boolean dryRun) {}

    /** What becomes of what was sent, in its order. Nothing is answered as stored before it durably is. */
    public Uni<List<Outcome>> take(Caller caller, List<Sent> sent, How how) {
        var taking = begin(how);
        sent.forEach(it -> taking.add(caller, it));
        return taking.end();
    }

    /** Begins to take what is sent, one by one. */
    public Taking begin(How how) {
        return new Taking(how);
    }

    /** Events that are taken together; each is checked when it is added, and nothing of it is kept but what is stored. */
    public final class Taking {

        private final How how;
        private final Instant now = clock.instant();
        private final Map<Caller, Hands> hands = new HashMap<>();
        private final List<Optional<Outcome>> decided = new ArrayList<>();
        private final List<Draft> drafts = new ArrayList<>();

        private Taking(How how) {
            this.how = how;
        }

        /** Adds what somebody sent next. */
        public void add(Caller caller, Sent sent) {
            var of = hands.computeIfAbsent(caller, it -> new Hands(new Checks(it, now), new Drafting(it)));
            var rejected = rejected(sent, of.checks());
            decided.add(rejected);
            if (rejected.isEmpty() && sent instanceof Sent.Read(var event)) {
                drafts.add(of.drafting().draft(event));
            }
        }

        /** Adds what nobody may send. */
        public void refuse(Refusal refusal) {
            decided.add(Optional.of(new Outcome.Rejected(refusal)));
        }

        /** What becomes of all that was added, in its order. Nothing is answered as stored before it durably is. */
        public Uni<List<Outcome>> end() {
            boolean spoilt = how.mode() == Mode.ATOMIC && drafts.size() < decided.size();
            var answered = spoilt ? rehearsed(drafts) : append(drafts, how);
            return answered.map(answers -> merged(decided, drafts, answers)).invoke(outcomes -> {
                if (!how.dryRun()) {
                    meters.count(outcomes);
                }
            });
        }
    }

    /** What takes the events of one caller. */
    private record Hands(Checks checks, Drafting drafting) {}

    private static Optional<Outcome> rejected(Sent sent, Checks checks) {
        return switch (sent) {
            case Sent.Garbled(var refusal) -> Optional.of(new Outcome.Rejected(refusal));
            case Sent.Read(var event) -> checks.refuse(event).map(Outcome.Rejected::new);
        };
    }

    /** The log is asked all the same, so that every bad item of the batch is named at once. */
    private Uni<List<Appended>> rehearsed(List<Draft> drafts) {
        return ask(drafts, new How(Mode.EACH, true)).map(answers -> answers.stream()
                .map(answer -> answer instanceof Appended.Stored ? new Appended.NotTried() : answer)
                .toList());
    }

    private Uni<List<Appended>> append(List<Draft> drafts, How how) {
        var running = meters.start();
        return ask(drafts, how).invoke(answers -> {
            if (!how.dryRun()) {
                running.stop();
                following.wake(drafts.stream().map(Draft::territory).collect(Collectors.toSet()));
            }
        });
    }

    private Uni<List<Appended>> ask(List<Draft> drafts, How how) {
        if (drafts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return how.dryRun() ? log.rehearse(drafts, how.mode()) : log.append(drafts, how.mode());
    }

    private static List<Outcome> merged(List<Optional<Outcome>> decided, List<Draft> drafts, List<Appended> answers) {
        var outcomes = new ArrayList<Outcome>(decided.size());
        int next = 0;
        for (var known : decided) {
            outcomes.add(known.isPresent() ? known.get() : outcome(drafts.get(next), answers.get(next++)));
        }
        return outcomes;
    }

    private static Outcome outcome(Draft draft, Appended answer) {
        var activity = draft.subject().substring(draft.territory().length() + 1);
        return switch (answer) {
            case Appended.Stored(long position) -> new Outcome.Appended(draft.territory(), activity, position);
            case Appended.Duplicate(long position) -> new Outcome.Duplicate(draft.territory(), activity, position);
            case Appended.Refused(var refusal) -> new Outcome.Rejected(refusal);
            case Appended.NotTried() -> new Outcome.NotStored();
        };
    }
}
