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
import org.bitacora.eventlog.Kept;
import org.bitacora.eventlog.Restored;

/**
 * One transaction in which a log becomes what is given: under the lock of its head, page by page. What the log holds
 * already is compared with what is given, what it does not hold is written as it was recorded. While a page is written,
 * the next one is read and inspected.
 */
final class RestoreTransaction {

    /** As far as the clocks of two machines may be apart. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String REPEATED = "23505";

    private final SqlConnection connection;
    private final String territory;
    private final Supplier<Uni<List<Kept>>> pages;
    private final Inspection inspection;
    private long end;
    private Optional<Kept> last = Optional.empty();
    private Uni<Inspected> ahead = Uni.createFrom().item(new Inspected(List.of(), Optional.empty()));

    /**
     * A page.
     *
     * @param ending what becomes of them all: where it is the last, or is wrong
     */
    private record Inspected(List<Kept> page, Optional<Restored> ending) {}

    RestoreTransaction(
            SqlConnection connection, InstantSource clock, String territory, Supplier<Uni<List<Kept>>> pages) {
        this.connection = connection;
        this.territory = territory;
        this.pages = pages;
        this.inspection = new Inspection(territory, clock.instant().plus(AHEAD));
    }

    /**
     * Runs it to its durable commit; rolled back where nothing is taken. No page is being read any more when it ends.
     */
    Uni<Restored> run() {
        return uni(this::begin)
                .invoke(this::readAhead)
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(this::page)
                        .whilst(Optional::isEmpty)
                        .collect()
                        .last())
                .map(Optional::orElseThrow)
                .eventually(() -> ahead.onFailure().recoverWithNull())
                .call(this::finish)
                .onFailure()
                .call(this::rollback);
    }

    /** Begins to read the next page, and to inspect it. */
    private void readAhead() {
        ahead = pages.get().map(this::inspected).memoize().indefinitely();
        ahead.subscribe().with(_ -> {}, _ -> {});
    }

    private Inspected inspected(List<Kept> page) {
        return new Inspected(page, page.isEmpty() ? Optional.of(whole()) : damaged(page));
    }

    private Future<?> begin() {
        var begun = connection.query("begin").execute();
        var founded = run(Sql.FOUND, Tuple.of((Object) new String[] {territory}));
        var locked = run(Sql.LOCK, Tuple.of((Object) new String[] {territory}));
        return Pipelined.all(List.of(begun, founded, locked))
                .onSuccess(_ -> end = locked.result().iterator().next().getLong("position"));
    }

    /** Takes the next page; what becomes of them all where it is the last, or is wrong. */
    private Uni<Optional<Restored>> page() {
        return ahead.flatMap(read -> {
            if (read.ending().isPresent()) {
                return Uni.createFrom().item(read.ending());
            }
            readAhead();
            return compared(read.page());
        });
    }

    private Restored whole() {
        long given = inspection.position();
        return new Restored.Whole(Math.max(end, given), Math.max(0, given - end));
    }

    private Optional<Restored> damaged(List<Kept> page) {
        for (var kept : page) {
            var wrong = inspection.next(kept);
            if (wrong.isPresent()) {
                return Optional.of(new Restored.Damaged(inspection.position(), wrong.get()));
            }
        }
        return Optional.empty();
    }

    private Uni<Optional<Restored>> compared(List<Kept> page) {
        long before = page.getFirst().entry().position() - 1;
        if (before >= end) {
            return written(page);
        }
        return uni(() -> run(Sql.READ, Tuple.of(territory, before, page.size())))
                .flatMap(rows -> {
                    var differs = differing(page, rows);
                    return differs.isPresent() ? Uni.createFrom().item(differs) : written(page);
                });
    }

    private static Optional<Restored> differing(List<Kept> page, RowSet<Row> rows) {
        var held =
                StreamSupport.stream(rows.spliterator(), false).map(Rows::hash).toList();
        for (int i = 0; i < held.size(); i++) {
            if (!held.get(i).equals(page.get(i).hash())) {
                return Optional.of(new Restored.Differs(page.get(i).entry().position()));
            }
        }
        return Optional.empty();
    }

    private Uni<Optional<Restored>> written(List<Kept> page) {
        var fresh = page.stream().filter(it -> it.entry().position() > end).toList();
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        last = Optional.of(fresh.getLast());
        return uni(() -> insert(Columns.kept(fresh)))
                .replaceWith(Optional.<Restored>empty())
                .onFailure(RestoreTransaction::isRepeated)
                .recoverWithItem(() -> Optional.of(new Restored.Damaged(
                        fresh.getFirst().entry().position(), "Here or soon after it an event is there once more.")));
    }

    private Future<?> insert(Columns columns) {
        var inserted = run(Sql.INSERT, columns.entries());
        return columns.hasPrivate()
                ? Pipelined.all(List.of(inserted, run(Sql.INSERT_PRIVATE, columns.personal())))
                : inserted;
    }

    private static boolean isRepeated(Throwable failure) {
        return failure instanceof PgException refused && REPEATED.equals(refused.getSqlState());
    }

    private Uni<?> finish(Restored restored) {
        return restored instanceof Restored.Whole && last.isPresent() ? uni(() -> commit(last.get())) : rollback();
    }

    private Future<?> commit(Kept head) {
        return Pipelined.all(List.of(
                run(Sql.MOVE, Columns.kept(List.of(head)).heads()),
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
