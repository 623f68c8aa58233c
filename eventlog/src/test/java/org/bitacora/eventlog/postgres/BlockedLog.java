package org.bitacora.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.testing.LogDatabase;
import org.bitacora.eventlog.testing.SteppingClock;
import org.bitacora.eventlog.testing.VisitDraft;

/**
 * A log with one append transaction, blocked by a lock that the test holds, so that everything submitted meanwhile
 * forms one group when the test releases the lock.
 */
final class BlockedLog implements AutoCloseable {

    private static final String DECOY = "decoy";

    final EventLog log;
    final List<Integer> groups = Collections.synchronizedList(new ArrayList<>());
    private final Connection holder;
    private final CompletableFuture<List<AppendResult>> first;

    BlockedLog(LogDatabase database, int waiting) throws SQLException {
        var clock = new SteppingClock(Instant.parse("2026-01-01T00:00:00Z"));
        log = new PostgresLog(database.pool(2), clock, new LogSettings(1, 1, 1_000, waiting), groups::add);
        append(VisitDraft.visit(DECOY, "beginning")).join();
        holder = database.connection();
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("select from head where territory = '" + DECOY + "' for no key update");
        }
        groups.clear();
        first = append(VisitDraft.visit(DECOY, "held-" + holder.hashCode()));
        assertThat(groups).containsExactly(1);
    }

    CompletableFuture<List<AppendResult>> append(VisitDraft... visits) {
        return append(AppendMode.EACH, visits);
    }

    CompletableFuture<List<AppendResult>> append(AppendMode appendMode, VisitDraft... visits) {
        return log.append(Stream.of(visits).map(VisitDraft::toDraft).toList(), appendMode)
                .ifNoItem()
                .after(Duration.ofSeconds(30))
                .fail()
                .subscribeAsCompletionStage();
    }

    /** Releases the lock, so that the collected group is appended. */
    void release() throws SQLException {
        holder.rollback();
        first.join();
    }

    @Override
    public void close() throws SQLException {
        holder.close();
    }
}
