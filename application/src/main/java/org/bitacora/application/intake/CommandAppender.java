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
import org.bitacora.domain.json.CanonicalJson;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.EventLog;
import org.bitacora.projections.projector.ProjectionTracker;

/** Passes the events that deciders made of a command to the intake, and answers when they can be read. */
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
     * An event that follows from a command.
     *
     * @param territory to whose log it belongs
     * @param subject what it speaks of
     * @param idPrefix which statement it comes after: the same one after the same is the same event, however often sent
     * @param event what is stated
     */
    public record EventCommand(String territory, String subject, String idPrefix, DomainEvent event) {}

    /** Appends it; the position of its entry, when that has been followed. */
    public Uni<Long> append(Caller caller, EventCommand eventCommand) {
        var id = eventCommand.idPrefix() + "-" + contentOf(eventCommand).hex().substring(0, 16);
        return intakeService
                .submitDecided(caller, List.of(toCloudEvent(eventCommand, id)), AppendMode.EACH)
                .map(results -> position(results.getFirst()))
                .flatMap(position -> awaitProjection(eventCommand.territory(), position));
    }

    /**
     * Appends several on one subject at once, or none of them; the position of the last, when that has been followed.
     * They are told apart by what they come after and their number alone: who comes second after the same is refused.
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

    /** Also where somebody else has said all of this and more, after the same. */
    private static RefusalException changedMeanwhile() {
        return new RefusalException(
                new Refusal.ChangedMeanwhile("Precondition failed: it was changed by another request. Read it again."));
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
                .orElseThrow(() ->
                        new RefusalException(new Refusal.Unavailable("It is recorded, but cannot be read yet."))));
    }

    private static long position(IntakeResult result) {
        return switch (result) {
            case IntakeResult.Appended it -> it.position();
            case IntakeResult.Duplicate it -> it.position();
            case IntakeResult.Rejected(var refusal) -> throw new RefusalException(ofCommand(refusal));
            case IntakeResult.NotStored() -> throw new IllegalStateException("Nothing was refused, nor stored");
        };
    }

    /** A command names its territory in its path: a territory that is not registered is not found. */
    private static Refusal ofCommand(Refusal refusal) {
        return refusal instanceof Refusal.UnknownTerritory unknown ? new Refusal.NotFound(unknown.detail()) : refusal;
    }

    private static Digest contentOf(EventCommand eventCommand) {
        var event = eventCommand.event();
        return Draft.contentOf(eventCommand.territory(), event.type(), eventCommand.subject(), event.data());
    }

    private static CloudEvent toCloudEvent(EventCommand eventCommand, String id) {
        var event = eventCommand.event();
        return new CloudEvent(
                new EventKey(SOURCE, id),
                event.type(),
                eventCommand.subject(),
                Optional.empty(),
                event.data(),
                Optional.of(CanonicalJson.text(event.data())));
    }
}
