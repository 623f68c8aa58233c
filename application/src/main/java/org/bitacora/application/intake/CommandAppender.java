package org.bitacora.application.intake;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.RefusalException;
import org.bitacora.application.access.Caller;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.event.DomainEvent;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.json.CanonicalJson;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.EventLog;
import org.bitacora.projections.projector.ProjectionTracker;

/** Appends the events that result from a command. Completes when the events can be read. */
@Singleton
public class CommandAppender {

    private static final String SOURCE = "urn:bitacora";

    private final IntakeService intakeService;
    private final EventLog log;
    private final ProjectionTracker projectionTracker;

    CommandAppender(IntakeService intakeService, EventLog log, ProjectionTracker projectionTracker) {
        this.intakeService = intakeService;
        this.log = log;
        this.projectionTracker = projectionTracker;
    }

    /**
     * An event that results from a command.
     *
     * @param subject the subject in the log of its territory
     * @param idPrefix the prefix of the event id. It identifies the preceding statement, so that the same event after
     *     the same statement has the same id and is stored once
     * @param event the event
     */
    public record EventCommand(Subject subject, String idPrefix, DomainEvent event) {
        /** Returns the code of the territory whose log the event belongs to. */
        public String territory() {
            return subject.territory().value();
        }
    }

    /** Appends an event. Returns the position of its entry after the projections have reached it. */
    public Uni<Long> append(Caller caller, EventCommand eventCommand) {
        var id = eventCommand.idPrefix() + "-" + contentOf(eventCommand).hex().substring(0, 16);
        return intakeService
                .submitDecided(caller, List.of(toCloudEvent(eventCommand, id)), AppendMode.EACH)
                .map(results -> position(results.getFirst()))
                .flatMap(position -> awaitProjection(eventCommand.territory(), position));
    }

    /**
     * Appends several events on one subject, all or none. Returns the position of the last entry after the projections
     * have reached it. The event ids consist of the prefix and a sequence number only. Therefore a different command
     * that follows the same event is refused.
     */
    public Uni<Long> appendInSequence(Caller caller, List<EventCommand> statements) {
        var events = new ArrayList<CloudEvent>();
        for (var eventCommand : statements) {
            events.add(toCloudEvent(eventCommand, eventCommand.idPrefix() + "-" + events.size()));
        }
        var territory = statements.getFirst().territory();
        var next = new EventKey(SOURCE, statements.getFirst().idPrefix() + "-" + events.size());
        return intakeService
                .submitDecided(caller, events, AppendMode.ATOMIC)
                .map(CommandAppender::lastPosition)
                .call(() -> log.find(territory, next).invoke(more -> {
                    if (more.isPresent()) {
                        throw changedMeanwhile();
                    }
                }))
                .flatMap(position -> awaitProjection(territory, position));
    }

    /**
     * Returns the refusal for a concurrent change by another request. A request that recorded the same events and
     * further ones is such a change, too.
     */
    private static RefusalException changedMeanwhile() {
        return new RefusalException(
                new Refusal.ChangedMeanwhile(Detail.of("The resource was changed by another request. Read it again.")));
    }

    private static long lastPosition(List<IntakeResult> results) {
        var refusals = results.stream()
                .filter(IntakeResult.Rejected.class::isInstance)
                .map(it -> ((IntakeResult.Rejected) it).refusal())
                .toList();
        if (refusals.stream().anyMatch(Refusal.Conflict.class::isInstance)) {
            throw changedMeanwhile();
        }
        RefusalException.throwIfPresent(refusals.stream().findFirst().map(CommandAppender::ofCommand));
        return results.stream().mapToLong(CommandAppender::position).max().orElseThrow();
    }

    private Uni<Long> awaitProjection(String territory, long position) {
        return projectionTracker.awaitPosition(territory, position).map(reached -> reached.map(_ -> position)
                .orElseThrow(() -> new RefusalException(
                        new Refusal.Unavailable(Detail.of("The change is recorded but cannot be read yet.")))));
    }

    private static long position(IntakeResult result) {
        return switch (result) {
            case IntakeResult.Appended it -> it.position();
            case IntakeResult.Duplicate it -> it.position();
            case IntakeResult.Rejected(var refusal) -> throw new RefusalException(ofCommand(refusal));
            case IntakeResult.NotStored() ->
                throw new IllegalStateException("The event was neither rejected nor stored");
        };
    }

    /**
     * Translates a refusal for a command: a command names its territory in the path, so an unknown territory is a 404.
     */
    private static Refusal ofCommand(Refusal refusal) {
        return refusal instanceof Refusal.UnknownTerritory unknown ? new Refusal.NotFound(unknown.detail()) : refusal;
    }

    private static Digest contentOf(EventCommand eventCommand) {
        var event = eventCommand.event();
        return Draft.contentOf(
                eventCommand.territory(), event.type(), eventCommand.subject().text(), event.data());
    }

    private static CloudEvent toCloudEvent(EventCommand eventCommand, String id) {
        var event = eventCommand.event();
        return new CloudEvent(
                new EventKey(SOURCE, id),
                event.type(),
                eventCommand.subject().text(),
                Optional.empty(),
                event.data(),
                Json.Obj.EMPTY,
                Optional.of(CanonicalJson.text(event.data())));
    }
}
