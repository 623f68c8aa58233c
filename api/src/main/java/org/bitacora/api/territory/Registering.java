package org.bitacora.api.territory;

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
import org.bitacora.domain.territory.Territory;
import org.bitacora.domain.territory.TerritoryCode;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.json.JsonReader;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.projections.territory.Territories;
import org.bitacora.projections.territory.TerritoryRow;

/** Registers a territory: the first entry of its log, and a further one for every change. */
@Singleton
public class Registering {

    private static final String SOURCE = "urn:bitacora";

    private final EventLog log;
    private final Following following;
    private final Territories territories;

    Registering(EventLog log, Following following, Territories territories) {
        this.log = log;
        this.following = following;
        this.territories = territories;
    }

    /** What became of a registration: whether it is the first, and the territory as it can be read now. */
    public record Registered(boolean first, TerritoryRow row) {}

    /** Registers, unless the territory is registered just so; answers when it can be read. */
    public Uni<Registered> register(Caller caller, Territory territory) {
        var code = territory.code().value();
        return territories.find(code).flatMap(before -> before.filter(row -> same(row, territory))
                .map(row -> Uni.createFrom().item(new Registered(false, row)))
                .orElseGet(() -> append(caller, territory, before)));
    }

    private Uni<Registered> append(Caller caller, Territory territory, Optional<TerritoryRow> before) {
        var code = territory.code().value();
        return log.append(List.of(draft(caller, territory, before)), Mode.EACH)
                .map(answers -> position(answers.getFirst()))
                .invoke(() -> following.wake(Set.of(code)))
                .flatMap(position -> following.reached(code, position))
                .flatMap(reached -> reached.isEmpty()
                        ? Uni.createFrom().failure(ProblemException.later("It is registered, but cannot be read yet."))
                        : territories.find(code))
                .map(row -> new Registered(before.isEmpty(), row.orElseThrow()));
    }

    private static long position(Appended answer) {
        return switch (answer) {
            case Appended.Stored(long position) -> position;
            case Appended.Duplicate(long position) -> position;
            case Appended.Refused(var refusal) -> throw ProblemException.of(Problem.of(refusal));
            case Appended.NotTried() -> throw new IllegalStateException("A batch of one was not tried");
        };
    }

    /** The same change of the same registration has the same id, so a request that is repeated appends once. */
    private static Draft draft(Caller caller, Territory territory, Optional<TerritoryRow> before) {
        var code = territory.code().value();
        var data = territory.toJson();
        var content = Draft.contentOf(code, Territory.REGISTERED, code, data);
        long after = before.map(row -> row.position).orElse(0L);
        return new Draft(
                code,
                new EventKey(
                        SOURCE, "registration-" + after + "-" + content.hex().substring(0, 16)),
                Territory.REGISTERED,
                Upcasters.CURRENT,
                code,
                Optional.empty(),
                Canonical.text(data),
                content,
                Optional.empty(),
                new Draft.Author(caller.source(), true, true));
    }

    private static boolean same(TerritoryRow row, Territory territory) {
        return row.name.equals(territory.name())
                && row.kind.equals(territory.kind().word())
                && Optional.ofNullable(row.country).equals(territory.country())
                && row.timezone.equals(territory.timezone().getId())
                && Optional.ofNullable(row.parent).equals(territory.parent().map(TerritoryCode::value));
    }

    /** The territory of a request body; a problem where it breaks a rule. */
    static Territory checked(String code, byte[] body) {
        if (!TerritoryCode.isWellFormed(code)) {
            throw ProblemException.invalid("/code", "A code of the form " + TerritoryCode.FORM + " is wanted.");
        }
        return switch (JsonReader.one(body, "")) {
            case JsonReader.NotJson(var detail) ->
                throw ProblemException.of(Problem.of(400, "unreadable", detail, List.of()));
            case JsonReader.Values(var items) -> checked(new TerritoryCode(code), items.getFirst());
        };
    }

    private static Territory checked(TerritoryCode code, JsonReader.Item item) {
        if (!item.faults().isEmpty() || !(item.value() instanceof Json.Obj data)) {
            throw ProblemException.of(Problem.of(400, "unreadable", "A JSON object is wanted.", item.faults()));
        }
        var found = Territory.check(data);
        if (!found.isEmpty()) {
            throw ProblemException.of(
                    Problem.of(422, "invalid", found.getFirst().detail(), found));
        }
        return Territory.of(code, data);
    }
}
