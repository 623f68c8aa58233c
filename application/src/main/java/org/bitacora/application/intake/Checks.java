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
        return Topic.of(event.type())
                .map(topic -> refuse(event, topic))
                .orElseGet(() -> invalid("type", event.type() + " is not a type of the vocabulary."));
    }

    private Optional<Refusal> refuse(CloudEvent event, Topic topic) {
        return Stream.<Supplier<Optional<Refusal>>>of(
                        () -> subject(event, topic),
                        () -> time(event),
                        () -> data(event, topic),
                        () -> access(event, topic))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> subject(CloudEvent event, Topic topic) {
        return topic.isNamedBy(event.subject()) ? Optional.empty() : invalid("subject", topic.form());
    }

    private Optional<Refusal> time(CloudEvent event) {
        var ahead = event.time().filter(time -> time.isAfter(now.plus(AHEAD)));
        return ahead.isEmpty() ? Optional.empty() : invalid("time", "It is more than five minutes ahead of our clock.");
    }

    private static Optional<Refusal> data(CloudEvent event, Topic topic) {
        var found = topic.check(Pointer.ROOT.child("data"), event.data());
        return found.isEmpty() ? Optional.empty() : Optional.of(new Refusal.Invalid(found));
    }

    private Optional<Refusal> access(CloudEvent event, Topic topic) {
        var territory = event.subject().substring(0, event.subject().indexOf('/'));
        return topic.mayBeSaidBy(caller)
                ? caller.refuses(event.key().source(), territory, event.type())
                : Optional.of(new Refusal.Forbidden("Saying this needs the role editor."));
    }

    private static Optional<Refusal> invalid(String member, String detail) {
        return Optional.of(new Refusal.Invalid(Pointer.ROOT.child(member), detail));
    }
}
