package org.bitacora.application.actor;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.RefusalException;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.application.territory.TerritoryCodeParser;
import org.bitacora.domain.actor.ActorDecider;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.projections.actor.ActorRepository;
import org.bitacora.projections.actor.ActorVersion;

/** Records events of actors in the log of their territory, unless they change nothing. */
@Singleton
public class ActorService {

    private final CommandAppender commandAppender;
    private final ActorRepository actorRepository;

    ActorService(CommandAppender commandAppender, ActorRepository actorRepository) {
        this.commandAppender = commandAppender;
        this.actorRepository = actorRepository;
    }

    /** An actor, and the caller that sends the command. */
    public record ActorReference(Caller caller, String territory, String actor) {}

    /** Records the event. Returns the actor as it can be read afterwards. */
    public Uni<ActorVersion> recordEvent(ActorReference actorReference, ActorEvent event) {
        checkAccess(actorReference, event);
        return findActor(actorReference).flatMap(before -> {
            var events = RefusalException.requireEvents(
                    ActorDecider.decide(actorReference.actor(), before.map(ActorVersion::document), event));
            return events.isEmpty()
                    ? Uni.createFrom().item(before.orElseThrow())
                    : commandAppender
                            .appendInSequence(
                                    actorReference.caller(), List.of(statement(actorReference, event, before)))
                            .flatMap(_ -> findActor(actorReference))
                            .map(Optional::orElseThrow);
        });
    }

    private static void checkAccess(ActorReference actorReference, ActorEvent event) {
        var caller = actorReference.caller();
        RefusalException.throwIfPresent(caller.editorRefusal()
                .or(() -> caller.writeRefusal(caller.source(), actorReference.territory(), event.type())));
    }

    private Uni<Optional<ActorVersion>> findActor(ActorReference actorReference) {
        return actorRepository.find(actorReference.territory(), actorReference.actor(), Long.MAX_VALUE);
    }

    private static CommandAppender.EventCommand statement(
            ActorReference actorReference, ActorEvent event, Optional<ActorVersion> before) {
        var after = "actor-" + actorReference.actor() + "-"
                + before.map(ActorVersion::position).orElse(0L);
        return new CommandAppender.EventCommand(
                new Subject.ActorSubject(TerritoryCodeParser.parse(actorReference.territory()), actorReference.actor()),
                after,
                event);
    }
}
