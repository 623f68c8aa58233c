package org.bitacora.application.actor;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.strategy.StrategyCodes;
import org.bitacora.projections.actor.ActorRepository;
import org.bitacora.projections.actor.ActorVersion;

/** Says things of actors: entries of a territory's log, where they say something new. */
@Singleton
public class ActorService {

    private final CommandAppender commandAppender;
    private final ActorRepository actorRepository;

    ActorService(CommandAppender commandAppender, ActorRepository actorRepository) {
        this.commandAppender = commandAppender;
        this.actorRepository = actorRepository;
    }

    /** Which actor is meant, and by whom. */
    public record ActorReference(Caller caller, String territory, String actor) {}

    /** Says it; the actor as it can be read then. */
    public Uni<ActorVersion> recordEvent(ActorReference actorReference, ActorEvent event, Json.Obj data) {
        validate(actorReference, event, data);
        return findActor(actorReference).flatMap(before -> {
            var document = before.map(ActorVersion::document).orElse(Json.Obj.EMPTY);
            if (event == ActorEvent.MERGED && before.isEmpty()) {
                throw ProblemException.notFound("There is no actor " + actorReference.actor() + ".");
            }
            return before.isPresent() && event.apply(document, data).equals(document)
                    ? Uni.createFrom().item(before.get())
                    : commandAppender
                            .appendInSequence(
                                    actorReference.caller(), List.of(statement(actorReference, event, data, before)))
                            .flatMap(_ -> findActor(actorReference))
                            .map(Optional::orElseThrow);
        });
    }

    private static void validate(ActorReference actorReference, ActorEvent event, Json.Obj data) {
        var caller = actorReference.caller();
        if (!caller.isEditor()) {
            throw ProblemException.forbidden("This needs the role editor.");
        }
        caller.writeRefusal(caller.source(), actorReference.territory(), event.type())
                .ifPresent(refusal -> {
                    throw ProblemException.of(Problem.of(refusal));
                });
        if (!StrategyCodes.isCode(actorReference.actor())) {
            throw ProblemException.invalid("/actor", "A code of letters, digits, dots and hyphens is wanted.");
        }
        var found = event.validate(Pointer.ROOT, data);
        if (!found.isEmpty()) {
            throw ProblemException.of(
                    Problem.of(422, "invalid", found.getFirst().detail(), found));
        }
    }

    private Uni<Optional<ActorVersion>> findActor(ActorReference actorReference) {
        return actorRepository.find(actorReference.territory(), actorReference.actor(), Long.MAX_VALUE);
    }

    private static CommandAppender.EventCommand statement(
            ActorReference actorReference, ActorEvent event, Json.Obj data, Optional<ActorVersion> before) {
        var after = "actor-" + actorReference.actor() + "-"
                + before.map(ActorVersion::position).orElse(0L);
        return new CommandAppender.EventCommand(
                actorReference.territory(),
                event.type(),
                ActorVersion.subject(actorReference.territory(), actorReference.actor()),
                after,
                data);
    }
}
