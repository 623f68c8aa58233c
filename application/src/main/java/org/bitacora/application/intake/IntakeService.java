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
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.EventLog;
import org.bitacora.projections.projector.ProjectionTracker;

/** The single write path to the log for all channels: validates events, appends them, and wakes the projections. */
@Singleton
public class IntakeService {

    private final EventLog log;
    private final ProjectionTracker projectionTracker;
    private final InstantSource clock;
    private final IntakeMeters meters;

    IntakeService(EventLog log, ProjectionTracker projectionTracker, InstantSource clock, IntakeMeters meters) {
        this.log = log;
        this.projectionTracker = projectionTracker;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Options of a submission.
     *
     * @param mode whether a rejected event also prevents the storage of the others
     * @param dryRun whether the result is only computed and nothing is stored
     * @param strict whether an event with warnings is refused
     */
    public record IntakeOptions(AppendMode mode, boolean dryRun, boolean strict) {

        /** The options to store the events. */
        public static IntakeOptions storing(AppendMode mode) {
            return new IntakeOptions(mode, false, false);
        }

        /** The options to compute the result only. */
        public static IntakeOptions rehearsing(AppendMode mode) {
            return new IntakeOptions(mode, true, false);
        }
    }

    /**
     * Submits events. Returns their results in the same order. Events are reported as appended only after the durable
     * commit.
     */
    public Uni<List<IntakeResult>> submit(Caller caller, List<ParsedEvent> sent, IntakeOptions intakeOptions) {
        var eventBatch = beginBatch(intakeOptions);
        sent.forEach(it -> eventBatch.add(caller, it));
        return eventBatch.submit();
    }

    /** Starts a batch to which events are added one by one. */
    public EventBatch beginBatch(IntakeOptions intakeOptions) {
        return new EventBatch(intakeOptions, EventOrigin.SENDER);
    }

    /**
     * Submits the events that deciders produced from a command, with the same checks as all others. Returns their
     * results in the same order.
     */
    Uni<List<IntakeResult>> submitDecided(Caller caller, List<CloudEvent> events, AppendMode mode) {
        var eventBatch = new EventBatch(IntakeOptions.storing(mode), EventOrigin.COMMAND);
        events.forEach(it -> eventBatch.add(caller, new ParsedEvent.ValidEvent(it)));
        return eventBatch.submit();
    }

    /** A batch of events. Each event is validated when it is added; only the part that is stored is kept in memory. */
    public final class EventBatch {

        private final IntakeOptions intakeOptions;
        private final EventOrigin origin;
        private final Instant now = clock.instant();
        private final Map<Caller, CallerPipeline> hands = new HashMap<>();
        private final List<Optional<IntakeResult>> decided = new ArrayList<>();
        private final List<Draft> drafts = new ArrayList<>();
        private final List<List<Violation>> warnings = new ArrayList<>();

        private EventBatch(IntakeOptions intakeOptions, EventOrigin origin) {
            this.intakeOptions = intakeOptions;
            this.origin = origin;
        }

        /** Adds the next event of a caller. */
        public void add(Caller caller, ParsedEvent parsedEvent) {
            var of = hands.computeIfAbsent(
                    caller,
                    it -> new CallerPipeline(new EventValidator(it, origin, now), new DraftFactory(it, origin)));
            var rejected = findRejection(parsedEvent, of.validator());
            decided.add(rejected);
            if (rejected.isEmpty() && parsedEvent instanceof ParsedEvent.ValidEvent(var event)) {
                var found = of.validator().findWarnings(event);
                var draft = of.draftFactory().draft(event);
                drafts.add(intakeOptions.strict() && !found.isEmpty() ? draft.refusedIfNew(found) : draft);
                warnings.add(found);
            }
        }

        /** Adds an event that is already refused. */
        public void addRefused(Refusal refusal) {
            decided.add(Optional.of(new IntakeResult.Rejected(refusal)));
        }

        /**
         * Submits the batch. Returns the results in the order of addition. Events are reported as appended only after
         * the durable commit.
         */
        public Uni<List<IntakeResult>> submit() {
            boolean spoilt = intakeOptions.mode() == AppendMode.ATOMIC && drafts.size() < decided.size();
            var answered = spoilt ? rehearse(drafts) : append(drafts, intakeOptions);
            return answered.map(answers -> mergeResults(decided, drafts, warnings, answers))
                    .invoke(outcomes -> {
                        if (!intakeOptions.dryRun()) {
                            meters.count(outcomes);
                        }
                    });
        }
    }

    /** The objects that process the events of one caller. */
    private record CallerPipeline(EventValidator validator, DraftFactory draftFactory) {}

    private static Optional<IntakeResult> findRejection(ParsedEvent parsedEvent, EventValidator eventValidator) {
        return switch (parsedEvent) {
            case ParsedEvent.InvalidEvent(var refusal) -> Optional.of(new IntakeResult.Rejected(refusal));
            case ParsedEvent.ValidEvent(var event) ->
                eventValidator.findRefusal(event).map(IntakeResult.Rejected::new);
        };
    }

    /**
     * Computes the results without storing anything. The log is queried too, so that all invalid events of the batch
     * are reported at once.
     */
    private Uni<List<AppendResult>> rehearse(List<Draft> drafts) {
        return appendOrRehearse(drafts, IntakeOptions.rehearsing(AppendMode.EACH))
                .map(answers -> answers.stream()
                        .map(answer -> answer instanceof AppendResult.Stored ? new AppendResult.NotAttempted() : answer)
                        .toList());
    }

    private Uni<List<AppendResult>> append(List<Draft> drafts, IntakeOptions intakeOptions) {
        var appendMeasurement = meters.startMeasurement();
        return appendOrRehearse(drafts, intakeOptions).invoke(answers -> {
            if (!intakeOptions.dryRun()) {
                appendMeasurement.stop();
                projectionTracker.wakeProjector(
                        drafts.stream().map(Draft::territory).collect(Collectors.toSet()));
            }
        });
    }

    private Uni<List<AppendResult>> appendOrRehearse(List<Draft> drafts, IntakeOptions intakeOptions) {
        if (drafts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return intakeOptions.dryRun()
                ? log.dryRun(drafts, intakeOptions.mode())
                : log.append(drafts, intakeOptions.mode());
    }

    private static List<IntakeResult> mergeResults(
            List<Optional<IntakeResult>> decided,
            List<Draft> drafts,
            List<List<Violation>> warnings,
            List<AppendResult> answers) {
        var outcomes = new ArrayList<IntakeResult>(decided.size());
        int next = 0;
        for (var known : decided) {
            if (known.isPresent()) {
                outcomes.add(known.get());
            } else {
                outcomes.add(toResult(drafts.get(next), warnings.get(next), answers.get(next)));
                next++;
            }
        }
        return outcomes;
    }

    private static IntakeResult toResult(Draft draft, List<Violation> warnings, AppendResult answer) {
        var activity = Subject.parse(draft.subject()).orElseThrow().path();
        return switch (answer) {
            case AppendResult.Stored(long position) ->
                new IntakeResult.Appended(draft.territory(), activity, position, warnings);
            case AppendResult.Duplicate(long position) ->
                new IntakeResult.Duplicate(draft.territory(), activity, position);
            case AppendResult.Refused(var refusal) -> new IntakeResult.Rejected(refusal);
            case AppendResult.NotAttempted() -> new IntakeResult.NotStored();
        };
    }
}
