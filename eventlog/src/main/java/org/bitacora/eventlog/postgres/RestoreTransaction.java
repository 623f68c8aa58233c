package org.bitacora.eventlog.postgres;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.RestoreResult;

/**
 * Restores a log in one transaction, under the lock of its head, page by page. Entries that the log already holds are
 * compared with the given ones; the others are written as they were recorded. While a page is written, the next one is
 * read and verified.
 */
final class RestoreTransaction {

    /** The accepted clock difference between two machines. */
    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

    private static final String UNIQUE_VIOLATION = "23505";

    private final SqlConnection connection;
    private final String territory;
    private final Supplier<Uni<List<ArchivedEntry>>> pages;
    private final EntryVerifier verifier;
    private long headPosition;
    private Optional<ArchivedEntry> lastWritten = Optional.empty();
    private Uni<VerifiedPage> nextPage = Uni.createFrom().item(new VerifiedPage(List.of(), Optional.empty()));

    /**
     * A page that was read and verified.
     *
     * @param result the result of the restore, present if the page is the last one or invalid
     */
    private record VerifiedPage(List<ArchivedEntry> page, Optional<RestoreResult> result) {}

    RestoreTransaction(
            SqlConnection connection, InstantSource clock, String territory, Supplier<Uni<List<ArchivedEntry>>> pages) {
        this.connection = connection;
        this.territory = territory;
        this.pages = pages;
        this.verifier = new EntryVerifier(territory, clock.instant().plus(MAX_CLOCK_SKEW));
    }

    /**
     * Runs the transaction to its durable commit. It is rolled back if nothing is stored. No page is being read when it
     * ends.
     */
    Uni<RestoreResult> run() {
        return uni(this::begin)
                .invoke(this::readAhead)
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(this::processNextPage)
                        .whilst(Optional::isEmpty)
                        .collect()
                        .last())
                .map(Optional::orElseThrow)
                .eventually(() -> nextPage.onFailure().recoverWithNull())
                .call(this::finish)
                .onFailure()
                .call(this::rollback);
    }

    /** Starts reading and verifying the next page. */
    private void readAhead() {
        nextPage = pages.get().map(this::verify).memoize().indefinitely();
        nextPage.subscribe().with(_ -> {}, _ -> {});
    }

    private VerifiedPage verify(List<ArchivedEntry> page) {
        return new VerifiedPage(page, page.isEmpty() ? Optional.of(completeResult()) : firstDamage(page));
    }

    private Future<?> begin() {
        var transactionStarted = connection.query("begin").execute();
        var headsCreated = run(LogSql.CREATE_HEADS, Tuple.of((Object) new String[] {territory}));
        var locked = run(LogSql.LOCK_HEADS, Tuple.of((Object) new String[] {territory}));
        return StatementPipeline.join(List.of(transactionStarted, headsCreated, locked))
                .onSuccess(_ -> headPosition = locked.result().iterator().next().getLong("position"));
    }

    /** Processes the next page and returns the result of the restore if the page is the last one or invalid. */
    private Uni<Optional<RestoreResult>> processNextPage() {
        return nextPage.flatMap(read -> {
            if (read.result().isPresent()) {
                return Uni.createFrom().item(read.result());
            }
            readAhead();
            return compareAndWrite(read.page());
        });
    }

    private RestoreResult completeResult() {
        long verified = verifier.lastPosition();
        return new RestoreResult.Complete(Math.max(headPosition, verified), Math.max(0, verified - headPosition));
    }

    private Optional<RestoreResult> firstDamage(List<ArchivedEntry> page) {
        for (var archivedEntry : page) {
            var damage = verifier.verify(archivedEntry);
            if (damage.isPresent()) {
                return Optional.of(new RestoreResult.Corrupt(verifier.lastPosition(), damage.get()));
            }
        }
        return Optional.empty();
    }

    private Uni<Optional<RestoreResult>> compareAndWrite(List<ArchivedEntry> page) {
        long before = page.getFirst().entry().position() - 1;
        if (before >= headPosition) {
            return write(page);
        }
        return uni(() -> run(LogSql.READ, Tuple.of(territory, before, page.size())))
                .flatMap(rows -> {
                    var difference = firstDifference(page, rows);
                    return difference.isPresent() ? Uni.createFrom().item(difference) : write(page);
                });
    }

    private static Optional<RestoreResult> firstDifference(List<ArchivedEntry> page, RowSet<Row> rows) {
        var recordedHashes = StreamSupport.stream(rows.spliterator(), false)
                .map(LogRowMapper::hash)
                .toList();
        for (int i = 0; i < recordedHashes.size(); i++) {
            if (!recordedHashes.get(i).equals(page.get(i).hash())) {
                return Optional.of(
                        new RestoreResult.Divergent(page.get(i).entry().position()));
            }
        }
        return Optional.empty();
    }

    private Uni<Optional<RestoreResult>> write(List<ArchivedEntry> page) {
        var fresh =
                page.stream().filter(it -> it.entry().position() > headPosition).toList();
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        lastWritten = Optional.of(fresh.getLast());
        return uni(() -> insert(EntryColumns.ofArchivedEntries(fresh)))
                .replaceWith(Optional.<RestoreResult>empty())
                .onFailure(RestoreTransaction::isUniqueViolation)
                .recoverWithItem(
                        () -> Optional.of(
                                new RestoreResult.Corrupt(
                                        fresh.getFirst().entry().position(),
                                        Detail.of(
                                                "An event at this position or on the same page repeats the source and id of another one."))));
    }

    private Future<?> insert(EntryColumns entryColumns) {
        var inserted = run(LogSql.INSERT_ENTRIES, entryColumns.entryParameters());
        return entryColumns.hasPrivate()
                ? StatementPipeline.join(
                        List.of(inserted, run(LogSql.INSERT_PRIVATE, entryColumns.privateParameters())))
                : inserted;
    }

    private static boolean isUniqueViolation(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private Uni<?> finish(RestoreResult restoreResult) {
        return restoreResult instanceof RestoreResult.Complete && lastWritten.isPresent()
                ? uni(() -> commit(lastWritten.get()))
                : rollback();
    }

    private Future<?> commit(ArchivedEntry head) {
        return StatementPipeline.join(List.of(
                run(
                        LogSql.ADVANCE_HEADS,
                        EntryColumns.ofArchivedEntries(List.of(head)).headParameters()),
                connection.query("commit").execute()));
    }

    private Uni<?> rollback() {
        return uni(() -> connection.query("rollback").execute());
    }

    private Future<RowSet<Row>> run(String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    private static <T> Uni<T> uni(Supplier<Future<T>> work) {
        return Uni.createFrom().deferred(() -> UniHelper.toUni(work.get()));
    }
}
