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
import org.bitacora.domain.json.CanonicalJson;
import org.bitacora.domain.json.Json;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.projections.projector.ProjectionTracker;

/** Appends what follows from a request to a resource, and answers when it can be read. */
@Singleton
public class CommandAppender {

    private static final String SOURCE = "urn:bitacora";

    private final EventLog log;
    private final ProjectionTracker projectionTracker;

    CommandAppender(EventLog log, ProjectionTracker projectionTracker) {
        this.log = log;
        this.projectionTracker = projectionTracker;
    }

    /**
     * What is stated.
     *
     * @param territory to whose log it belongs
     * @param type the type of the event
     * @param subject what it speaks of
     * @param idPrefix which statement it comes after: the same one after the same is the same event, however often sent
     */
    public record EventCommand(String territory, String type, String subject, String idPrefix, Json.Obj data) {}

    /** Appends it; the position of its entry, when that has been followed. */
    public Uni<Long> append(Caller caller, EventCommand eventCommand) {
        var content = contentOf(eventCommand);
        var draft = toDraft(
                caller,
                eventCommand,
                eventCommand.idPrefix() + "-" + content.hex().substring(0, 16));
        return log.append(List.of(draft), AppendMode.EACH)
                .map(answers -> position(answers.getFirst()))
                .flatMap(position -> awaitProjection(eventCommand.territory(), position));
    }

    /**
     * Appends several on one subject at once, or none of them; the position of the last, when that has been followed.
     * They are told apart by what they come after and their number alone: who comes second after the same is refused.
     */
    public Uni<Long> appendInSequence(Caller caller, List<EventCommand> statements) {
        var drafts = new ArrayList<Draft>();
        for (var eventCommand : statements) {
            drafts.add(toDraft(caller, eventCommand, eventCommand.idPrefix() + "-" + drafts.size()));
        }
        var territory = statements.getFirst().territory();
        var next = new EventKey(SOURCE, statements.getFirst().idPrefix() + "-" + drafts.size());
        return log.append(drafts, AppendMode.ATOMIC)
                .map(CommandAppender::lastPosition)
                .call(() -> log.find(territory, next).invoke(more -> {
                    if (more.isPresent()) {
                        throw changedMeanwhile();
                    }
                }))
                .flatMap(position -> awaitProjection(territory, position));
    }

    /** Also where somebody else has said all of this and more, after the same. */
    private static ProblemException changedMeanwhile() {
        return ProblemException.of(Problem.of(
                412, "changed-meanwhile", "Somebody else has changed it meanwhile; read it again.", List.of()));
    }

    private static long lastPosition(List<AppendResult> answers) {
        var conflict = answers.stream()
                .anyMatch(it -> it instanceof AppendResult.Refused(var refusal) && refusal instanceof Refusal.Conflict);
        if (conflict) {
            throw changedMeanwhile();
        }
        return answers.stream().mapToLong(CommandAppender::position).max().orElseThrow();
    }

    private Uni<Long> awaitProjection(String territory, long position) {
        projectionTracker.wakeProjector(Set.of(territory));
        return projectionTracker.awaitPosition(territory, position).map(reached -> reached.map(_ -> position)
                .orElseThrow(() -> ProblemException.unavailable("It is recorded, but cannot be read yet.")));
    }

    private static long position(AppendResult answer) {
        return switch (answer) {
            case AppendResult.Stored(long position) -> position;
            case AppendResult.Duplicate(long position) -> position;
            case AppendResult.Refused(var refusal) -> throw ProblemException.of(Problem.of(refusal));
            case AppendResult.NotAttempted() -> throw new IllegalStateException("A batch of one was not tried");
        };
    }

    private static Digest contentOf(EventCommand eventCommand) {
        return Draft.contentOf(
                eventCommand.territory(), eventCommand.type(), eventCommand.subject(), eventCommand.data());
    }

    private static Draft toDraft(Caller caller, EventCommand eventCommand, String id) {
        return new Draft(
                eventCommand.territory(),
                new EventKey(SOURCE, id),
                eventCommand.type(),
                Upcasters.CURRENT,
                eventCommand.subject(),
                Optional.empty(),
                CanonicalJson.text(eventCommand.data()),
                contentOf(eventCommand),
                Optional.empty(),
                new Draft.Author(caller.source(), true, true));
    }
}
