package org.bitacora.eventlog.postgres;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.activity.OwnershipPolicy;
import org.bitacora.domain.refusal.Refusal;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.Digest;
import org.bitacora.eventlog.Draft;

/**
 * Decides what becomes of the drafts of a group, from what was known under the locks: which are stored and at which
 * positions, which are there already, which are refused. No clock, no database.
 */
final class AppendDecider {

    private final Map<String, Long> headPositions;
    private final Map<EventIdentity, RecordedEvent> recordedEvents;
    private final Map<String, String> recordedOwners;
    private final Map<String, String> newOwners = new HashMap<>();
    private final List<PositionedDraft> positionedDrafts = new ArrayList<>();

    /** What identifies an event among all logs. */
    record EventIdentity(String territory, EventKey key) {}

    /**
     * An event that is in the log.
     *
     * @param salt of its private digest; empty where it has none, or where the private part was erased
     */
    record RecordedEvent(long position, Digest content, Optional<Digest> privateDigest, Optional<byte[]> salt) {}

    /** A draft with its position. */
    record PositionedDraft(Draft draft, long position) {}

    AppendDecider(Map<String, Long> ends, Map<EventIdentity, RecordedEvent> past, Map<String, String> owners) {
        this.headPositions = new LinkedHashMap<>(ends);
        this.recordedEvents = new HashMap<>(past);
        this.recordedOwners = Map.copyOf(owners);
    }

    /** What is to be stored, in the order of the decisions. */
    List<PositionedDraft> positionedDrafts() {
        return positionedDrafts;
    }

    /** What becomes of the drafts of one batch, in their order. */
    List<AppendResult> decide(List<Draft> drafts, AppendMode appendMode) {
        int before = positionedDrafts.size();
        var answers = drafts.stream().map(this::decideOne).toList();
        boolean spoilt =
                appendMode == AppendMode.ATOMIC && answers.stream().anyMatch(AppendResult.Refused.class::isInstance);
        if (!spoilt) {
            return answers;
        }
        revertTo(before);
        List<AppendResult> corrected = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            corrected.add(revertedResult(drafts.get(i), answers.get(i)));
        }
        return corrected;
    }

    /** A duplicate of what was taken back lies beyond the end of the log again. */
    private AppendResult revertedResult(Draft draft, AppendResult answer) {
        return switch (answer) {
            case AppendResult.Stored _ -> new AppendResult.NotAttempted();
            case AppendResult.Duplicate(var position)
            when position > headPositions.getOrDefault(draft.territory(), 0L) -> new AppendResult.NotAttempted();
            case AppendResult.Duplicate _, AppendResult.Refused _, AppendResult.NotAttempted _ -> answer;
        };
    }

    private AppendResult decideOne(Draft draft) {
        var end = headPositions.get(draft.territory());
        if (end == null || (end == 0 && !draft.author().mayCreateLog())) {
            return new AppendResult.Refused(new Refusal.UnknownTerritory(draft.territory()));
        }
        var known = recordedEvents.get(identity(draft));
        if (known != null) {
            return decideDuplicate(draft, known);
        }
        return OwnershipPolicy.check(
                        draft.subject(),
                        ownerOf(draft),
                        draft.key().source(),
                        draft.author().authority())
                .<AppendResult>map(AppendResult.Refused::new)
                .orElseGet(() -> store(draft, end + 1));
    }

    private Optional<String> ownerOf(Draft draft) {
        return Optional.ofNullable(recordedOwners.get(draft.subject()))
                .or(() -> Optional.ofNullable(newOwners.get(draft.subject())));
    }

    private AppendResult decideDuplicate(Draft draft, RecordedEvent known) {
        boolean same = known.content().equals(draft.content()) && hasSamePrivatePart(draft, known);
        return same
                ? new AppendResult.Duplicate(known.position())
                : new AppendResult.Refused(
                        new Refusal.Conflict(draft.key().source(), draft.key().id(), known.position()));
    }

    /** Where the private part was erased nothing is left to compare with: then the public part decides. */
    private static boolean hasSamePrivatePart(Draft draft, RecordedEvent known) {
        boolean erased = known.privateDigest().isPresent() && known.salt().isEmpty();
        var said = known.salt().flatMap(salt -> draft.personal().map(text -> Digest.of(salt, text)));
        return erased || (said.equals(known.privateDigest()) && draft.personal().isPresent() == said.isPresent());
    }

    private AppendResult store(Draft draft, long position) {
        headPositions.put(draft.territory(), position);
        newOwners.putIfAbsent(draft.subject(), draft.key().source());
        positionedDrafts.add(new PositionedDraft(draft, position));
        recordedEvents.put(identity(draft), recordedNow(draft, position));
        return new AppendResult.Stored(position);
    }

    private static RecordedEvent recordedNow(Draft draft, long position) {
        var salt = new byte[0];
        return new RecordedEvent(
                position,
                draft.content(),
                draft.personal().map(text -> Digest.of(salt, text)),
                draft.personal().map(_ -> salt));
    }

    private void revertTo(int size) {
        while (positionedDrafts.size() > size) {
            var last = positionedDrafts.removeLast();
            headPositions.put(last.draft().territory(), last.position() - 1);
            recordedEvents.remove(identity(last.draft()));
        }
        newOwners.clear();
        positionedDrafts.forEach(it ->
                newOwners.putIfAbsent(it.draft().subject(), it.draft().key().source()));
    }

    private static EventIdentity identity(Draft draft) {
        return new EventIdentity(draft.territory(), draft.key());
    }
}
