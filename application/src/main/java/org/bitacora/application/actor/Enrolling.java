package org.bitacora.application.actor;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bitacora.application.access.Caller;
import org.bitacora.application.intake.Stating;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.actor.ActorEvent;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Pointer;
import org.bitacora.domain.strategy.Codes;
import org.bitacora.projections.actor.ActorVersion;
import org.bitacora.projections.actor.Actors;

/** Says things of actors: entries of a territory's log, where they say something new. */
@Singleton
public class Enrolling {

    private final Stating stating;
    private final Actors actors;

    Enrolling(Stating stating, Actors actors) {
        this.stating = stating;
        this.actors = actors;
    }

    /** Which actor is meant, and by whom. */
    public record Which(Caller caller, String territory, String actor) {}

    /** Says it; the actor as it can be read then. */
    public Uni<ActorVersion> say(Which which, ActorEvent event, Json.Obj data) {
        check(which, event, data);
        return find(which).flatMap(before -> {
            var document = before.map(ActorVersion::document).orElse(Json.Obj.EMPTY);
            if (event == ActorEvent.MERGED && before.isEmpty()) {
                throw ProblemException.notFound("There is no actor " + which.actor() + ".");
            }
            return before.isPresent() && event.after(document, data).equals(document)
                    ? Uni.createFrom().item(before.get())
                    : stating.stateInTurn(which.caller(), List.of(statement(which, event, data, before)))
                            .flatMap(_ -> find(which))
                            .map(Optional::orElseThrow);
        });
    }

    private static void check(Which which, ActorEvent event, Json.Obj data) {
        var caller = which.caller();
        if (!caller.isEditor()) {
            throw ProblemException.forbidden("This needs the role editor.");
        }
        caller.refuses(caller.source(), which.territory(), event.type()).ifPresent(refusal -> {
            throw ProblemException.of(Problem.of(refusal));
        });
        if (!Codes.isCode(which.actor())) {
            throw ProblemException.invalid("/actor", "A code of letters, digits, dots and hyphens is wanted.");
        }
        var found = event.check(Pointer.ROOT, data);
        if (!found.isEmpty()) {
            throw ProblemException.of(
                    Problem.of(422, "invalid", found.getFirst().detail(), found));
        }
    }

    private Uni<Optional<ActorVersion>> find(Which which) {
        return actors.find(which.territory(), which.actor(), Long.MAX_VALUE);
    }

    private static Stating.Statement statement(
            Which which, ActorEvent event, Json.Obj data, Optional<ActorVersion> before) {
        var after = "actor-" + which.actor() + "-"
                + before.map(ActorVersion::position).orElse(0L);
        return new Stating.Statement(
                which.territory(), event.type(), ActorVersion.subject(which.territory(), which.actor()), after, data);
    }
}
