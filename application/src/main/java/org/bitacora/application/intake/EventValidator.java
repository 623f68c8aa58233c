package org.bitacora.application.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitacora.application.access.Caller;
import org.bitacora.domain.activity.ActivityEventType;
import org.bitacora.domain.activity.PlausibilityPolicy;
import org.bitacora.domain.event.EventDataResult;
import org.bitacora.domain.event.EventType;
import org.bitacora.domain.event.EventType.Admission;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.domain.refusal.Violation;
import org.bitacora.domain.territory.TerritoryCalendar;
import org.bitacora.domain.vocabulary.EventRegistry;

/**
 * The checks of an event before the log decides on it. No check depends on the state of an activity, because the log
 * records statements.
 */
final class EventValidator {

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Pointer DATA = Pointer.ROOT.child("data");

    private final Caller caller;
    private final EventOrigin origin;
    private final Instant now;

    EventValidator(Caller caller, EventOrigin origin, Instant now) {
        this.caller = caller;
        this.origin = origin;
        this.now = now;
    }

    /** Returns the first reason to refuse an event; empty if the event is valid. */
    Optional<Refusal> findRefusal(CloudEvent event) {
        return EventRegistry.find(event.type())
                .filter(type -> origin.admits(type.admission()))
                .map(type -> findRefusal(event, type))
                .orElseGet(() -> invalid("type", EventRegistry.unknown(event.type())));
    }

    /** Returns what is unlikely in a valid event, with pointers to its members. */
    List<Violation> findWarnings(CloudEvent event) {
        return ActivityEventType.of(event.type())
                .map(type ->
                        new PlausibilityPolicy(TerritoryCalendar.UTC.dayOf(now)).warnings(type, DATA, event.data()))
                .orElse(List.of());
    }

    private Optional<Refusal> findRefusal(CloudEvent event, EventType type) {
        return Stream.<Supplier<Optional<Refusal>>>of(
                        () -> checkSubject(event, type),
                        () -> checkTime(event),
                        () -> checkData(event, type),
                        () -> checkAccess(event, type))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> checkSubject(CloudEvent event, EventType type) {
        return type.subjectForm().accepts(event.subject())
                ? Optional.empty()
                : invalid("subject", type.subjectForm().expectation());
    }

    private Optional<Refusal> checkTime(CloudEvent event) {
        var ahead = event.time().filter(time -> time.isAfter(now.plus(AHEAD)));
        return ahead.isEmpty()
                ? Optional.empty()
                : invalid("time", Detail.of("`time` must be at most five minutes ahead of the server clock."));
    }

    private static Optional<Refusal> checkData(CloudEvent event, EventType type) {
        return switch (type.parse(DATA, event.data())) {
            case EventDataResult.TypedEvent _ -> Optional.empty();
            case EventDataResult.InvalidContent(var found) -> Optional.of(new Refusal.Invalid(found));
        };
    }

    Optional<Refusal> checkAccess(CloudEvent event, EventType type) {
        return type.admission() == Admission.SOURCES || caller.isEditor()
                ? caller.writeRefusal(origin.sourceOf(event, caller), event.territory(), event.type())
                : Optional.of(
                        new Refusal.Forbidden(Detail.of("Events of type {0} need the role `editor`.", event.type())));
    }

    private static Optional<Refusal> invalid(String member, Detail detail) {
        return Optional.of(new Refusal.Invalid(Pointer.ROOT.child(member), detail));
    }
}
