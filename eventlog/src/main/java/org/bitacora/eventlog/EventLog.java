package org.bitacora.eventlog;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bitacora.domain.activity.EventKey;

/**
 * The logs of all territories. Positions of a log count 1, 2, 3 … without gaps, in the order of commits, and
 * {@link Entry#recordedAt} never decreases along them; what was once read at a position never changes.
 */
public interface EventLog {

    /**
     * Appends a batch in its order and answers, after the durable commit, what became of each draft. The same event
     * again is answered with its first position, for ever. Fails with {@link LogOverloadedException} when too much is waiting, and
     * with what the database says when it cannot be reached; then nothing is known of the batch, and sending it again
     * is safe.
     */
    Uni<List<AppendResult>> append(List<Draft> drafts, AppendMode appendMode);

    /** What {@link #append} would answer, without storing anything. */
    Uni<List<AppendResult>> dryRun(List<Draft> drafts, AppendMode appendMode);

    /** The entries of a log after a position, in their order, at most so many. */
    Uni<List<Entry>> read(String territory, long after, int limit);

    /** The entry of an event. */
    Uni<Optional<Entry>> find(String territory, EventKey key);

    /** All entries on a subject up to a position, in their order. */
    Uni<List<Entry>> findBySubject(String subject, long upTo);

    /** All entries of a source on some subjects: subject by subject, each in the order of its log. */
    Uni<List<Entry>> findBySource(String source, List<String> subjects);

    /** The last position of a log; empty where the territory has none. */
    Uni<Optional<Long>> headPosition(String territory);

    /** The last position recorded not after an instant; 0 where none was. */
    Uni<Long> positionAt(String territory, Instant instant);

    /** Reads a log whole and names the positions at which it is not what was once written; none where all is well. */
    Uni<List<Long>> verify(String territory);

    /** The entries of a log after a position with all that is kept of them, in their order, at most so many. */
    Uni<List<ArchivedEntry>> readForArchive(String territory, long after, int limit);

    /**
     * Makes the log of a territory what another Bitácora kept: entry by entry at the same positions, in one commit or
     * not at all. Entries that it holds already are compared, so that the same again takes nothing. Nobody else can
     * append to that log meanwhile.
     *
     * @param pages gives the next entries each time it is asked, from position 1 on, and none at the end; its failure
     *     is the failure of the whole. It is asked again when it has answered, while what it gave is being written, and
     *     has answered to all when this ends
     */
    Uni<RestoreResult> restore(String territory, Supplier<Uni<List<ArchivedEntry>>> pages);
}
