package org.bitacora.application.intake;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitacora.application.access.Caller;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Canonical;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.projections.projector.Following;

/** Appends what follows from a request to a resource, and answers when it can be read. */
@Singleton
public class Stating {

    private static final String SOURCE = "urn:bitacora";

    private final EventLog log;
    private final Following following;

    Stating(EventLog log, Following following) {
        this.log = log;
        this.following = following;
    }

    /**
     * What is stated.
     *
     * @param territory to whose log it belongs
     * @param type the type of the event
     * @param subject what it speaks of
     * @param after which statement it comes after: the same one after the same is the same event, however often sent
     */
    public record Statement(String territory, String type, String subject, String after, Json.Obj data) {}

    /** Appends it; the position of its entry, when that has been followed. */
    public Uni<Long> state(Caller caller, Statement statement) {
        var content = contentOf(statement);
        var draft =
                draft(caller, statement, statement.after() + "-" + content.hex().substring(0, 16));
        return log.append(List.of(draft), Mode.EACH)
                .map(answers -> position(answers.getFirst()))
                .flatMap(position -> followed(statement.territory(), position));
    }

    /**
     * Appends several on one subject at once, or none of them; the position of the last, when that has been followed.
     * They are told apart by what they come after and their number alone: who comes second after the same is refused.
     */
    public Uni<Long> stateInTurn(Caller caller, List<Statement> statements) {
        var drafts = new ArrayList<Draft>();
        for (var statement : statements) {
            drafts.add(draft(caller, statement, statement.after() + "-" + drafts.size()));
        }
        var territory = statements.getFirst().territory();
        var next = new EventKey(SOURCE, statements.getFirst().after() + "-" + drafts.size());
        return log.append(drafts, Mode.ATOMIC)
                .map(Stating::last)
                .call(() -> log.find(territory, next).invoke(more -> {
                    if (more.isPresent()) {
                        throw changedMeanwhile();
                    }
                }))
                .flatMap(position -> followed(territory, position));
    }

    /** Also where somebody else has said all of this and more, after the same. */
    private static ProblemException changedMeanwhile() {
        return ProblemException.of(Problem.of(
                412, "changed-meanwhile", "Somebody else has changed it meanwhile; read it again.", List.of()));
    }

    private static long last(List<Appended> answers) {
        var conflict = answers.stream()
                .anyMatch(it -> it instanceof Appended.Refused(var refusal) && refusal instanceof Refusal.Conflict);
        if (conflict) {
            throw changedMeanwhile();
        }
        return answers.stream().mapToLong(Stating::position).max().orElseThrow();
    }

    private Uni<Long> followed(String territory, long position) {
        following.wake(Set.of(territory));
        return following.reached(territory, position).map(reached -> reached.map(_ -> position)
                .orElseThrow(() -> ProblemException.later("It is recorded, but cannot be read yet.")));
    }

    private static long position(Appended answer) {
        return switch (answer) {
            case Appended.Stored(long position) -> position;
            case Appended.Duplicate(long position) -> position;
            case Appended.Refused(var refusal) -> throw ProblemException.of(Problem.of(refusal));
            case Appended.NotTried() -> throw new IllegalStateException("A batch of one was not tried");
        };
    }

    private static Digest contentOf(Statement statement) {
        return Draft.contentOf(statement.territory(), statement.type(), statement.subject(), statement.data());
    }

    private static Draft draft(Caller caller, Statement statement, String id) {
        return new Draft(
                statement.territory(),
                new EventKey(SOURCE, id),
                statement.type(),
                Upcasters.CURRENT,
                statement.subject(),
                Optional.empty(),
                Canonical.text(statement.data()),
                contentOf(statement),
                Optional.empty(),
                new Draft.Author(caller.source(), true, true));
    }
}
