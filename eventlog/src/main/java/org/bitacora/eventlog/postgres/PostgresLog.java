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
import org.bitacora.eventlog.Appended;
import org.bitacora.eventlog.Draft;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.EventLog;
import org.bitacora.eventlog.Kept;
import org.bitacora.eventlog.Mode;
import org.bitacora.eventlog.Restored;

/** The log in PostgreSQL, over a pool of {@link LogPool}. */
public final class PostgresLog implements EventLog {

    private static final int PAGE = 5_000;

    private final Pool pool;
    private final InstantSource clock;
    private final GroupCommit groups;

    /** A log with those settings; {@code groupSize} is told how many events each transaction takes. */
    public PostgresLog(Pool pool, InstantSource clock, LogSettings settings, IntConsumer groupSize) {
        this.pool = pool;
        this.clock = clock;
        this.groups = new GroupCommit(this::commit, settings, groupSize);
    }

    @Override
    public Uni<List<Appended>> append(List<Draft> drafts, Mode mode) {
        return CallerContext.returning(() -> UniHelper.toUni(groups.submit(new Batch(drafts, mode))));
    }

    @Override
    public Uni<List<Appended>> rehearse(List<Draft> drafts, Mode mode) {
        var batches = List.of(new Batch(drafts, mode));
        return uni(() -> connected(it -> new AppendTransaction(it, clock, batches).rehearse())
                .map(List::getFirst));
    }

    private Future<List<List<Appended>>> commit(List<Batch> batches) {
        return connected(it -> new AppendTransaction(it, clock, batches).commit());
    }

    private <T> Future<T> connected(Function<SqlConnection, Future<T>> work) {
        return pool.getConnection()
                .compose(it -> Future.succeededFuture(it).compose(work).eventually(() -> it.close()));
    }

    @Override
    public Uni<List<Entry>> read(String territory, long after, int limit) {
        return query(Sql.READ, Tuple.of(territory, after, limit)).map(Rows::entries);
    }

    @Override
    public Uni<Optional<Entry>> find(String territory, EventKey key) {
        return query(Sql.FIND, Tuple.of(territory, key.source(), key.id()))
                .map(rows -> Rows.entries(rows).stream().findFirst());
    }

    @Override
    public Uni<List<Entry>> about(String subject, long upTo) {
        return query(Sql.ABOUT, Tuple.of(subject, upTo)).map(Rows::entries);
    }

    @Override
    public Uni<List<Entry>> about(String source, List<String> subjects) {
        return query(Sql.SAID, Tuple.of(source, (Object) subjects.toArray(String[]::new)))
                .map(Rows::entries);
    }

    @Override
    public Uni<Optional<Long>> end(String territory) {
        return query(Sql.END, Tuple.of(territory))
                .map(rows -> stream(rows).map(row -> row.getLong(0)).findFirst());
    }

    @Override
    public Uni<Long> positionAt(String territory, Instant instant) {
        return query(Sql.POSITION_AT, Tuple.of(territory, Rows.utc(instant)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<List<Long>> verify(String territory) {
        return end(territory).flatMap(end -> verify(territory, end.orElse(0L), new Verification()));
    }

    private Uni<List<Long>> verify(String territory, long end, Verification verification) {
        return query(Sql.READ, Tuple.of(territory, verification.last(), PAGE)).flatMap(rows -> {
            verification.take(rows);
            return rows.size() == PAGE
                    ? verify(territory, end, verification)
                    : Uni.createFrom().item(verification.upTo(end));
        });
    }

    @Override
    public Uni<List<Kept>> keep(String territory, long after, int limit) {
        return query(Sql.KEEP, Tuple.of(territory, after, limit)).map(Rows::kept);
    }

    @Override
    public Uni<Restored> restore(String territory, Supplier<Uni<List<Kept>>> pages) {
        return CallerContext.returning(() -> UniHelper.toUni(pool.getConnection())
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
