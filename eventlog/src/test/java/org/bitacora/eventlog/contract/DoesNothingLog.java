package org.bitacora.eventlog.contract;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.Kept;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.Restored;

/** A log that keeps nothing and finds nothing, but answers at once. */
final class DoesNothingLog implements EventLog {

    @Override
    public Uni<List<Appended>> append(List<Draft> drafts, Mode mode) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<List<Appended>> rehearse(List<Draft> drafts, Mode mode) {
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
    public Uni<List<Entry>> about(String subject, long upTo) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<List<Entry>> about(String source, List<String> subjects) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Optional<Long>> end(String territory) {
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
    public Uni<List<Kept>> keep(String territory, long after, int limit) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Restored> restore(String territory, Supplier<Uni<List<Kept>>> pages) {
        return Uni.createFrom().item(new Restored.Whole(0, 0));
    }
}
