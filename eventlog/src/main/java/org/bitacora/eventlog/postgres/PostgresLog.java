package org.bitacora.eventlog.postgres;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.eventlog.AppendMode;
import org.bitacora.eventlog.AppendResult;
import org.bitacora.eventlog.ArchivedEntry;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.RestoreResult;

/** The event log in PostgreSQL, using a pool of {@link LogPool}. */
public final class PostgresLog implements EventLog {

    private static final int PAGE = 5_000;

    private final Pool pool;
    private final InstantSource clock;
    private final GroupCommit groups;

    /** Creates a log. {@code groupSize} receives the number of events of each transaction. */
    public PostgresLog(Pool pool, InstantSource clock, LogSettings settings, IntConsumer groupSize) {
        this.pool = pool;
        this.clock = clock;
        this.groups = new GroupCommit(this::commit, settings, groupSize);
    }

    @Override
    public Uni<List<AppendResult>> append(List<Draft> drafts, AppendMode appendMode) {
        return CallerContext.emitOnCallerContext(
                () -> UniHelper.toUni(groups.submit(new DraftBatch(drafts, appendMode))));
    }

    @Override
    public Uni<List<AppendResult>> dryRun(List<Draft> drafts, AppendMode appendMode) {
        var batches = List.of(new DraftBatch(drafts, appendMode));
        return uni(() -> connected(it -> new AppendTransaction(it, clock, batches).dryRun())
                .map(List::getFirst));
    }

    private Future<List<List<AppendResult>>> commit(List<DraftBatch> batches) {
        return connected(it -> new AppendTransaction(it, clock, batches).commit());
    }

    private <T> Future<T> connected(Function<SqlConnection, Future<T>> work) {
        return pool.getConnection()
                .compose(it -> Future.succeededFuture(it).compose(work).eventually(() -> it.close()));
    }

    @Override
    public Uni<List<Entry>> read(String territory, long after, int limit) {
        return query(LogSql.READ, Tuple.of(territory, after, limit)).map(LogRowMapper::entries);
    }

    @Override
    public Uni<Optional<Entry>> find(String territory, EventKey key) {
        return query(LogSql.FIND, Tuple.of(territory, key.source(), key.id()))
                .map(rows -> LogRowMapper.entries(rows).stream().findFirst());
    }

    @Override
    public Uni<List<Entry>> findBySubject(String subject, long upTo) {
        return query(LogSql.FIND_BY_SUBJECT, Tuple.of(subject, upTo)).map(LogRowMapper::entries);
    }

    @Override
    public Uni<List<Entry>> findBySource(String source, List<String> subjects) {
        return query(LogSql.FIND_BY_SOURCE, Tuple.of(source, (Object) subjects.toArray(String[]::new)))
                .map(LogRowMapper::entries);
    }

    @Override
    public Uni<Optional<Long>> headPosition(String territory) {
        return query(LogSql.HEAD_POSITION, Tuple.of(territory))
                .map(rows -> stream(rows).map(row -> row.getLong("position")).findFirst());
    }

    @Override
    public Uni<Long> positionAt(String territory, Instant instant) {
        return query(LogSql.POSITION_AT, Tuple.of(territory, LogRowMapper.toUtc(instant)))
                .map(rows -> rows.iterator().next().getLong("position"));
    }

    @Override
    public Uni<List<Long>> verify(String territory) {
        return headPosition(territory).flatMap(end -> verify(territory, end.orElse(0L), new LogVerifier()));
    }

    private Uni<List<Long>> verify(String territory, long end, LogVerifier logVerifier) {
        return query(LogSql.READ, Tuple.of(territory, logVerifier.lastPosition(), PAGE))
                .flatMap(rows -> {
                    logVerifier.accept(rows);
                    return rows.size() == PAGE
                            ? verify(territory, end, logVerifier)
                            : Uni.createFrom().item(logVerifier.damagedPositions(end));
                });
    }

    @Override
    public Uni<List<ArchivedEntry>> readForArchive(String territory, long after, int limit) {
        return query(LogSql.READ_FOR_ARCHIVE, Tuple.of(territory, after, limit)).map(LogRowMapper::archivedEntries);
    }

    @Override
    public Uni<RestoreResult> restore(String territory, Supplier<Uni<List<ArchivedEntry>>> pages) {
        return CallerContext.emitOnCallerContext(() -> UniHelper.toUni(pool.getConnection())
                .flatMap(it -> new RestoreTransaction(it, clock, territory, pages)
                        .run()
                        .eventually(() -> UniHelper.toUni(it.close()))));
    }

    private Uni<RowSet<Row>> query(String sql, Tuple values) {
        return uni(() -> pool.preparedQuery(sql).execute(values));
    }

    private static <T> Uni<T> uni(Supplier<Future<T>> work) {
        return Uni.createFrom().deferred(() -> UniHelper.toUni(work.get()));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
