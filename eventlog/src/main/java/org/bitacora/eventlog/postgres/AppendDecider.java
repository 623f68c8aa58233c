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
 * Decides which drafts of a group are stored and at which positions, which are duplicates and which are refused, from
 * the state read under the locks. Uses neither a clock nor the database.
 */
final class AppendDecider {

    private final Map<String, Long> headPositions;
    private final Map<EventIdentity, RecordedEvent> recordedEvents;
    private final Map<String, String> recordedOwners;
    private final Map<String, String> newOwners = new HashMap<>();
    private final List<PositionedDraft> positionedDrafts = new ArrayList<>();

    /** The identity of an event among all logs. */
    record EventIdentity(String territory, EventKey key) {}

    /**
     * An event that is already in the log.
     *
     * @param salt the salt of its private digest; empty if it has no private part or the private part was erased
     */
    record RecordedEvent(long position, Digest content, Optional<Digest> privateDigest, Optional<byte[]> salt) {}

    /** A draft with its position in the log. */
    record PositionedDraft(Draft draft, long position) {}

    AppendDecider(Map<String, Long> ends, Map<EventIdentity, RecordedEvent> past, Map<String, String> owners) {
        this.headPositions = new LinkedHashMap<>(ends);
        this.recordedEvents = new HashMap<>(past);
        this.recordedOwners = Map.copyOf(owners);
    }

    /** Returns the drafts to be stored, in the order of the decisions. */
    List<PositionedDraft> positionedDrafts() {
        return positionedDrafts;
    }

    /** Decides the drafts of one batch and returns their results in order. */
    List<AppendResult> decide(List<Draft> drafts, AppendMode appendMode) {
        int before = positionedDrafts.size();
        var results = drafts.stream().map(this::decideOne).toList();
        boolean mustRevert =
                appendMode == AppendMode.ATOMIC && results.stream().anyMatch(AppendResult.Refused.class::isInstance);
        if (!mustRevert) {
            return results;
        }
        revertTo(before);
        List<AppendResult> corrected = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            corrected.add(revertedResult(drafts.get(i), results.get(i)));
        }
        return corrected;
    }

    /**
     * Maps the result of a draft of a reverted batch. A duplicate of a draft of the same batch is beyond the reverted
     * head position, so it was not attempted either.
     */
    private AppendResult revertedResult(Draft draft, AppendResult result) {
        return switch (result) {
            case AppendResult.Stored _ -> new AppendResult.NotAttempted();
            case AppendResult.Duplicate(var position)
            when position > headPositions.getOrDefault(draft.territory(), 0L) -> new AppendResult.NotAttempted();
            case AppendResult.Duplicate _, AppendResult.Refused _, AppendResult.NotAttempted _ -> result;
        };
    }

    private AppendResult decideOne(Draft draft) {
        var head = headPositions.get(draft.territory());
        if (head == null || (head == 0 && !draft.author().mayCreateLog())) {
            return new AppendResult.Refused(new Refusal.UnknownTerritory(draft.territory()));
        }
        var recorded = recordedEvents.get(identity(draft));
        if (recorded != null) {
            return decideDuplicate(draft, recorded);
        }
        return draft.refusalIfNew()
                .or(() -> OwnershipPolicy.check(
                        draft.subject(),
                        ownerOf(draft),
                        draft.key().source(),
                        draft.author().authority()))
                .<AppendResult>map(AppendResult.Refused::new)
                .orElseGet(() -> store(draft, head + 1));
    }

    private Optional<String> ownerOf(Draft draft) {
        return Optional.ofNullable(recordedOwners.get(draft.subject()))
                .or(() -> Optional.ofNullable(newOwners.get(draft.subject())));
    }

    private AppendResult decideDuplicate(Draft draft, RecordedEvent recorded) {
        boolean same = recorded.content().equals(draft.content()) && hasSamePrivatePart(draft, recorded);
        return same
                ? new AppendResult.Duplicate(recorded.position())
                : new AppendResult.Refused(
                        new Refusal.Conflict(draft.key().source(), draft.key().id(), recorded.position()));
    }

    /** If the private part was erased there is nothing to compare with, and the public part decides. */
    private static boolean hasSamePrivatePart(Draft draft, RecordedEvent recorded) {
        boolean erased = recorded.privateDigest().isPresent() && recorded.salt().isEmpty();
        var draftDigest = recorded.salt().flatMap(salt -> draft.personal().map(text -> Digest.of(salt, text)));
        return erased
                || (draftDigest.equals(recorded.privateDigest())
                        && draft.personal().isPresent() == draftDigest.isPresent());
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
