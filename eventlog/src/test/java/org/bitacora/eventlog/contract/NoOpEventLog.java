package org.bitacora.eventlog.contract;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.RestoreResult;

/** A log that stores nothing, finds nothing and returns immediately. */
final class NoOpEventLog implements EventLog {

    @Override
    public Uni<List<AppendResult>> append(List<Draft> drafts, AppendMode appendMode) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<List<AppendResult>> dryRun(List<Draft> drafts, AppendMode appendMode) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<List<Entry>> read(String territory, long after, int limit) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Optional<Entry>> find(String territory, EventKey key) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<List<Entry>> findBySubject(String subject, long upTo) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<List<Entry>> findBySource(String source, List<String> subjects) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Optional<Long>> headPosition(String territory) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Long> positionAt(String territory, Instant instant) {
        return Uni.createFrom().item(0L);
    }

    @Override
    public Uni<List<Long>> verify(String territory) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<List<ArchivedEntry>> readForArchive(String territory, long after, int limit) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<RestoreResult> restore(String territory, Supplier<Uni<List<ArchivedEntry>>> pages) {
        return Uni.createFrom().item(new RestoreResult.Complete(0, 0));
    }
}
