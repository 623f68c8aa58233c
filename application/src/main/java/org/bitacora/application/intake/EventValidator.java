package org.bitacora.application.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitacora.application.access.Caller;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;

/**
 * What is asked of an event before the log decides on it, each a question of its own. None of them looks at the state of
 * an activity: the log is of what was said.
 */
final class EventValidator {

    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Caller caller;
    private final Instant now;

    EventValidator(Caller caller, Instant now) {
        this.caller = caller;
        this.now = now;
    }

    /** The first reason to refuse an event; empty where there is none. */
    Optional<Refusal> findRefusal(CloudEvent event) {
        return SubjectPolicy.forType(event.type())
                .map(subjectPolicy -> findRefusal(event, subjectPolicy))
                .orElseGet(() -> invalid("type", event.type() + " is not a type of the vocabulary."));
    }

    private Optional<Refusal> findRefusal(CloudEvent event, SubjectPolicy subjectPolicy) {
        return Stream.<Supplier<Optional<Refusal>>>of(
                        () -> checkSubject(event, subjectPolicy),
                        () -> checkTime(event),
                        () -> checkData(event, subjectPolicy),
                        () -> checkAccess(event, subjectPolicy))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> checkSubject(CloudEvent event, SubjectPolicy subjectPolicy) {
        return subjectPolicy.acceptsSubject(event.subject())
                ? Optional.empty()
                : invalid("subject", subjectPolicy.expectedForm());
    }

    private Optional<Refusal> checkTime(CloudEvent event) {
        var ahead = event.time().filter(time -> time.isAfter(now.plus(AHEAD)));
        return ahead.isEmpty() ? Optional.empty() : invalid("time", "It is more than five minutes ahead of our clock.");
    }

    private static Optional<Refusal> checkData(CloudEvent event, SubjectPolicy subjectPolicy) {
        var found = subjectPolicy.check(Pointer.ROOT.child("data"), event.data());
        return found.isEmpty() ? Optional.empty() : Optional.of(new Refusal.Invalid(found));
    }

    private Optional<Refusal> checkAccess(CloudEvent event, SubjectPolicy subjectPolicy) {
        var territory = event.subject().substring(0, event.subject().indexOf('/'));
        return subjectPolicy.isAllowedFor(caller)
                ? caller.writeRefusal(event.key().source(), territory, event.type())
                : Optional.of(new Refusal.Forbidden("Saying this needs the role editor."));
    }

    private static Optional<Refusal> invalid(String member, String detail) {
        return Optional.of(new Refusal.Invalid(Pointer.ROOT.child(member), detail));
    }
}
