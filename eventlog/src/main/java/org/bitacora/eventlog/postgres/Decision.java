package org.bitacora.eventlog.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Mode;

/**
 * Decides what becomes of the drafts of a group, from what was known under the locks: which are stored and at which
 * positions, which are there already, which are refused. No clock, no database.
 */
final class Decision {

    private final Map<String, Long> ends;
    private final Map<Identity, Past> past;
    private final Map<String, String> ownersInTheLog;
    private final Map<String, String> owners = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();

    /** What identifies an event among all logs. */
    record Identity(String territory, EventKey key) {}

    /**
     * An event that is in the log.
     *
     * @param salt of its private digest; empty where it has none, or where the private part was erased
     */
    record Past(long position, Digest content, Optional<Digest> personal, Optional<byte[]> salt) {}

    /** A draft with its position. */
    record Placed(Draft draft, long position) {}

    Decision(Map<String, Long> ends, Map<Identity, Past> past, Map<String, String> owners) {
        this.ends = new LinkedHashMap<>(ends);
        this.past = new HashMap<>(past);
        this.ownersInTheLog = Map.copyOf(owners);
    }

    /** What is to be stored, in the order of the decisions. */
    List<Placed> placed() {
        return placed;
    }

    /** What becomes of the drafts of one batch, in their order. */
    List<Appended> batch(List<Draft> drafts, Mode mode) {
        int before = placed.size();
        var answers = drafts.stream().map(this::one).toList();
        boolean spoilt = mode == Mode.ATOMIC && answers.stream().anyMatch(Appended.Refused.class::isInstance);
        if (!spoilt) {
            return answers;
        }
        takeBack(before);
        List<Appended> corrected = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            corrected.add(takenBack(drafts.get(i), answers.get(i)));
        }
        return corrected;
    }

    /** A duplicate of what was taken back lies beyond the end of the log again. */
    private Appended takenBack(Draft draft, Appended answer) {
        return switch (answer) {
            case Appended.Stored _ -> new Appended.NotTried();
            case Appended.Duplicate(var position)
            when position > ends.getOrDefault(draft.territory(), 0L) -> new Appended.NotTried();
            case Appended.Duplicate _, Appended.Refused _, Appended.NotTried _ -> answer;
        };
    }

    private Appended one(Draft draft) {
        var end = ends.get(draft.territory());
        if (end == null || (end == 0 && !draft.author().founder())) {
            return new Appended.Refused(new Refusal.UnknownTerritory(draft.territory()));
        }
        var known = past.get(identity(draft));
        if (known != null) {
            return again(draft, known);
        }
        var owner = owner(draft);
        if (!owner.equals(draft.key().source()) && !draft.author().editor()) {
            return new Appended.Refused(new Refusal.NotOwner(draft.subject(), owner));
        }
        return store(draft, end + 1);
    }

    private String owner(Draft draft) {
        var source = draft.key().source();
        return ownersInTheLog.getOrDefault(draft.subject(), owners.getOrDefault(draft.subject(), source));
    }

    private Appended again(Draft draft, Past known) {
        boolean same = known.content().equals(draft.content()) && samePrivately(draft, known);
        return same
                ? new Appended.Duplicate(known.position())
                : new Appended.Refused(
                        new Refusal.Conflict(draft.key().source(), draft.key().id(), known.position()));
    }

    /** Where the private part was erased nothing is left to compare with: then the public part decides. */
    private static boolean samePrivately(Draft draft, Past known) {
        boolean erased = known.personal().isPresent() && known.salt().isEmpty();
        var said = known.salt().flatMap(salt -> draft.personal().map(text -> Digest.of(salt, text)));
        return erased || (said.equals(known.personal()) && draft.personal().isPresent() == said.isPresent());
    }

    private Appended store(Draft draft, long position) {
        ends.put(draft.territory(), position);
        owners.putIfAbsent(draft.subject(), draft.key().source());
        placed.add(new Placed(draft, position));
        past.put(identity(draft), firstTime(draft, position));
        return new Appended.Stored(position);
    }

    private static Past firstTime(Draft draft, long position) {
        var salt = new byte[0];
        return new Past(
                position,
                draft.content(),
                draft.personal().map(text -> Digest.of(salt, text)),
                draft.personal().map(_ -> salt));
    }

    private void takeBack(int size) {
        while (placed.size() > size) {
            var last = placed.removeLast();
            ends.put(last.draft().territory(), last.position() - 1);
            past.remove(identity(last.draft()));
        }
        owners.clear();
        placed.forEach(
                it -> owners.putIfAbsent(it.draft().subject(), it.draft().key().source()));
    }

    private static Identity identity(Draft draft) {
        return new Identity(draft.territory(), draft.key());
    }
}
