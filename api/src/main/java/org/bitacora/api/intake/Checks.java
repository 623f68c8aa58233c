package org.bitacora.api.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitacora.api.access.Caller;
import org.bitacora.domain.activity.ActivityName;
import org.bitacora.domain.activity.DataCheck;
import org.bitacora.domain.activity.EventType;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.series.Report;
import org.bitacora.domain.strategy.StrategyEvent;
import org.bitacora.projections.strategy.StrategyVersion;

/**
 * What is asked of an event before the log decides on it, each a question of its own. None of them looks at the state of
 * an activity: the log is of what was said.
 */
final class Checks {

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Caller caller;
    private final Instant now;

    Checks(Caller caller, Instant now) {
        this.caller = caller;
        this.now = now;
    }

    /** The first reason to refuse an event; empty where there is none. */
    Optional<Refusal> refuse(CloudEvent event) {
        return Stream.<Function<CloudEvent, Optional<Refusal>>>of(
                        this::type, this::subject, this::time, this::data, this::access)
                .map(question -> question.apply(event))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Refusal> type(CloudEvent event) {
        return EventType.of(event.type()).isPresent()
                        || isReport(event)
                        || strategy(event).isPresent()
                ? Optional.empty()
                : invalid("type", event.type() + " is not a type of the vocabulary.");
    }

    private static boolean isReport(CloudEvent event) {
        return event.type().equals(Report.REPORTED);
    }

    private static Optional<StrategyEvent> strategy(CloudEvent event) {
        return StrategyEvent.of(event.type());
    }

    private Optional<Refusal> subject(CloudEvent event) {
        if (strategy(event).isPresent()) {
            return StrategyVersion.ofSubject(event.subject()).isPresent()
                    ? Optional.empty()
                    : invalid(
                            "subject",
                            "territory/strategies/code is wanted, such as br-belo-horizonte/strategies/ppag.");
        }
        return ActivityName.ofSubject(event.subject()).isPresent()
                ? Optional.empty()
                : invalid(
                        "subject",
                        "territory/activity, or territory/series, is wanted: a territory's code, a slash, and a name of "
                                + ActivityName.FORM + ".");
    }

    private Optional<Refusal> time(CloudEvent event) {
        var ahead = event.time().filter(time -> time.isAfter(now.plus(AHEAD)));
        return ahead.isEmpty() ? Optional.empty() : invalid("time", "It is more than five minutes ahead of our clock.");
    }

    private Optional<Refusal> data(CloudEvent event) {
        var at = Pointer.ROOT.child("data");
        List<Violation> found = strategy(event)
                .map(it -> it.check(at, event.data()))
                .orElseGet(() -> isReport(event) ? Report.check(at, event.data()) : DataCheck.check(at, event.data()));
        return found.isEmpty() ? Optional.empty() : Optional.of(new Refusal.Invalid(found));
    }

    private Optional<Refusal> access(CloudEvent event) {
        var territory = event.subject().substring(0, event.subject().indexOf('/'));
        return strategy(event)
                .filter(it -> !caller.mayState(it))
                .<Refusal>map(_ -> new Refusal.Forbidden("Plans are revised with the role editor."))
                .or(() -> caller.refuses(event.key().source(), territory, event.type()));
    }

    private static Optional<Refusal> invalid(String member, String detail) {
        return Optional.of(new Refusal.Invalid(Pointer.ROOT.child(member), detail));
    }
}
