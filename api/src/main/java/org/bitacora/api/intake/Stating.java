package org.bitacora.api.intake;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitacora.api.access.Caller;
import org.bitacora.api.assembly.Following;
import org.bitacora.api.problem.Problem;
import org.bitacora.api.problem.ProblemException;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Canonical;
import org.bitacora.domain.json.Json;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.upcast.Upcasters;

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
        return log.append(List.of(draft(caller, statement)), Mode.EACH)
                .map(answers -> position(answers.getFirst()))
                .invoke(() -> following.wake(Set.of(statement.territory())))
                .flatMap(position -> following
                        .reached(statement.territory(), position)
                        .map(reached -> reached.map(_ -> position)
                                .orElseThrow(() -> ProblemException.later("It is recorded, but cannot be read yet."))));
    }

    private static long position(Appended answer) {
        return switch (answer) {
            case Appended.Stored(long position) -> position;
            case Appended.Duplicate(long position) -> position;
            case Appended.Refused(var refusal) -> throw ProblemException.of(Problem.of(refusal));
            case Appended.NotTried() -> throw new IllegalStateException("A batch of one was not tried");
        };
    }

    private static Draft draft(Caller caller, Statement statement) {
        var data = statement.data();
        var content = Draft.contentOf(statement.territory(), statement.type(), statement.subject(), data);
        var id = statement.after() + "-" + content.hex().substring(0, 16);
        return new Draft(
                statement.territory(),
                new EventKey(SOURCE, id),
                statement.type(),
                Upcasters.CURRENT,
                statement.subject(),
                Optional.empty(),
                Canonical.text(data),
                content,
                Optional.empty(),
                new Draft.Author(caller.source(), true, true));
    }
}
