package org.bitacora.eventlog.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.Draft;

/**
 * One transaction for the batches of a group, in two round trips: lock and look up, then write and commit. The
 * statements of each round trip are sent together, and PostgreSQL runs them in order.
 */
final class AppendTransaction {

    private final SqlConnection connection;
    private final InstantSource clock;
    private final List<DraftBatch> batches;

    AppendTransaction(SqlConnection connection, InstantSource clock, List<DraftBatch> batches) {
        this.connection = connection;
        this.clock = clock;
        this.batches = batches;
    }

    /**
     * Runs the transaction to its durable commit and returns the results of each batch. On failure the transaction is
     * rolled back.
     */
    Future<List<List<AppendResult>>> commit() {
        return begin().compose(this::write)
                .recover(
                        failure -> connection.query("rollback").execute().transform(_ -> Future.failedFuture(failure)));
    }

    /** Runs the transaction up to the decision, then rolls it back. */
    Future<List<List<AppendResult>>> dryRun() {
        return begin().map(AppendPlan::results)
                .eventually(() -> connection.query("rollback").execute());
    }

    private record AppendPlan(
            List<List<AppendResult>> results,
            List<AppendDecider.PositionedDraft> positionedDrafts,
            Map<String, Instant> recordedAt) {}

    /**
     * Starts the transaction. Every error after this point, including exceptions in Java, becomes a failed future,
     * after which the transaction is ended.
     */
    private Future<AppendPlan> begin() {
        return Future.succeededFuture().compose(_ -> lockAndDecide());
    }

    private Future<AppendPlan> lockAndDecide() {
        var transactionStarted = connection.query(LogSql.BEGIN).execute();
        var headsCreated = createHeads();
        var locked = run(LogSql.LOCK_HEADS, Tuple.of(territories(drafts())));
        var past = run(LogSql.FIND_RECORDED, DuplicateLookup.parameters(drafts().toList()));
        var owners = owners();
        return StatementPipeline.join(List.of(transactionStarted, headsCreated, locked, past, owners))
                .map(_ -> decide(locked.result(), past.result(), owners.result()));
    }

    private Future<?> createHeads() {
        var creators = drafts().filter(draft -> draft.author().mayCreateLog());
        var territories = territories(creators);
        return territories.length == 0 ? Future.succeededFuture() : run(LogSql.CREATE_HEADS, Tuple.of(territories));
    }

    private Future<Map<String, String>> owners() {
        var subjects = drafts().filter(draft -> !draft.author().isEditor())
                .map(Draft::subject)
                .distinct()
                .toArray(String[]::new);
        return subjects.length == 0
                ? Future.succeededFuture(Map.of())
                : run(LogSql.FIND_OWNERS, Tuple.of(subjects)).map(LogRowMapper::owners);
    }

    private AppendPlan decide(RowSet<Row> heads, RowSet<Row> past, Map<String, String> owners) {
        Map<String, Long> headPositions = new LinkedHashMap<>();
        Map<String, Instant> recorded = new LinkedHashMap<>();
        var now = Instant.ofEpochMilli(clock.millis());
        for (var head : heads) {
            var territory = head.getString("territory");
            long end = head.getLong("position");
            headPositions.put(territory, end);
            recorded.put(territory, end == 0 ? now : later(now, head));
        }
        var appendDecider = new AppendDecider(headPositions, LogRowMapper.recordedEvents(past), owners);
        List<List<AppendResult>> results = new ArrayList<>();
        for (var draftBatch : batches) {
            results.add(appendDecider.decide(draftBatch.drafts(), draftBatch.mode()));
        }
        return new AppendPlan(results, appendDecider.positionedDrafts(), recorded);
    }

    private static Instant later(Instant now, Row head) {
        var last = head.getOffsetDateTime("recorded_at").toInstant();
        return now.isAfter(last) ? now : last;
    }

    private Future<List<List<AppendResult>>> write(AppendPlan appendPlan) {
        if (appendPlan.positionedDrafts().isEmpty()) {
            return connection.query("rollback").execute().map(_ -> appendPlan.results());
        }
        var entryColumns = EntryColumns.ofDrafts(appendPlan.positionedDrafts(), appendPlan.recordedAt());
        var inserted = run(LogSql.INSERT_ENTRIES, entryColumns.entryParameters());
        var withPrivate = entryColumns.hasPrivate()
                ? run(LogSql.INSERT_PRIVATE, entryColumns.privateParameters())
                : Future.succeededFuture();
        var moved = run(LogSql.ADVANCE_HEADS, entryColumns.headParameters());
        var committed = connection.query("commit").execute();
        return StatementPipeline.join(List.of(inserted, withPrivate, moved, committed))
                .map(_ -> appendPlan.results());
    }

    private Future<RowSet<Row>> run(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    private Stream<Draft> drafts() {
        return batches.stream().flatMap(draftBatch -> draftBatch.drafts().stream());
    }

    private static String[] territories(Stream<Draft> drafts) {
        var names = new TreeSet<String>();
        drafts.forEach(draft -> names.add(draft.territory()));
        return names.toArray(String[]::new);
    }
}
