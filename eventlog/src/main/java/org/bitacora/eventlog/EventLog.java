package org.bitacora.eventlog;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bitacora.domain.activity.EventKey;

/**
 * The logs of all territories.
 *
 * <p>The positions of a log are 1, 2, 3 … without gaps, in commit order. {@link Entry#recordedAt} never decreases along
 * a log. An entry never changes once it can be read.
 */
public interface EventLog {

    /**
     * Appends the drafts of a batch in their order and returns one result per draft after the durable commit. An event
     * that is already in the log returns its first position, without a time limit.
     *
     * <p>Fails with {@link LogOverloadedException} if too many events are waiting, and with the error of the database
     * if it cannot be reached. In the second case the outcome is unknown; the batch can safely be sent again.
     */
    Uni<List<AppendResult>> append(List<Draft> drafts, AppendMode appendMode);

    /** Returns the results that {@link #append} would return, without storing anything. */
    Uni<List<AppendResult>> dryRun(List<Draft> drafts, AppendMode appendMode);

    /** Returns at most {@code limit} entries after a position, in order. */
    Uni<List<Entry>> read(String territory, long after, int limit);

    /** Returns the entry of an event. */
    Uni<Optional<Entry>> find(String territory, EventKey key);

    /** Returns all entries about a subject up to a position, in order. */
    Uni<List<Entry>> findBySubject(String subject, long upTo);

    /** Returns all entries of a source about some subjects, subject by subject, each in the order of its log. */
    Uni<List<Entry>> findBySource(String source, List<String> subjects);

    /** Returns the last position of a log; empty if the territory has no log. */
    Uni<Optional<Long>> headPosition(String territory);

    /** Returns the last position that was not recorded after an instant; 0 if there is none. */
    Uni<Long> positionAt(String territory, Instant instant);

    /**
     * Reads a whole log and returns the positions whose entry is missing or differs from what was written; empty if the
     * log is intact.
     */
    Uni<List<Long>> verify(String territory);

    /** Returns at most {@code limit} entries after a position with everything stored about them, in order. */
    Uni<List<ArchivedEntry>> readForArchive(String territory, long after, int limit);

    /**
     * Restores the log of a territory from archived entries, at the same positions, in one transaction. Entries that
     * the log already holds are compared, so that restoring the same archive again adds nothing. Other appends to this
     * log wait until the transaction ends.
     *
     * @param pages supplies the next entries on each call, starting at position 1, and an empty list at the end; if it
     *     fails, the restore fails. It is called again after its previous call has completed, while that page is being
     *     written. No call is pending when the restore ends
     */
    Uni<RestoreResult> restore(String territory, Supplier<Uni<List<ArchivedEntry>>> pages);
}
