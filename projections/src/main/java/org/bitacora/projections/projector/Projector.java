package org.bitacora.projections.projector;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.postgres.DatabaseErrors;
import org.bitacora.eventlog.postgres.LogRowMapper;
import org.bitacora.eventlog.upcast.Upcasters;
import org.jboss.logging.Logger;

/**
 * Follows the logs, pass by pass: claims territories that are behind, folds what they have not seen, and writes what
 * follows with the checkpoints in one transaction. So everything is projected exactly once, on as many nodes as run,
 * whatever is killed when. Its passes wait for the database: they run on a thread of their own.
 */
public final class Projector {

    private static final Logger LOG = Logger.getLogger(Projector.class);
    private static final int MAX_TRIES = 3;

    /** A pass need not wait for the disk: what a crash takes back, checkpoint and all, is followed again to the same. */
    private static final String BEGIN_PASS = "begin; set local synchronous_commit = off";

    /** Statements that do much are planned for what they do; those that do little, once. */
    private static final String USE_CUSTOM_PLANS = "set local plan_cache_mode = force_custom_plan";

    private static final long CUSTOM_PLAN_THRESHOLD = 500;

    private final Pool pool;
    private final Upcasters upcasters;
    private final Supplier<ActivityFold> folds;
    private final BatchSizer sizer;
    private int failures;

    /** A projector over the tables that the pool's connections see; {@code most} entries a pass. */
    public Projector(Pool pool, Upcasters upcasters, Supplier<ActivityFold> folds, int most) {
        this.pool = pool;
        this.upcasters = upcasters;
        this.folds = folds;
        this.sizer = new BatchSizer(most);
    }

    /**
     * Makes one pass over those territories that are behind, or over all where none is named, and says how far each has
     * come. A pass that the database refuses is made again, smaller and smaller; a single entry that it refuses time and
     * again is parked.
     */
    public PassResult runPass(Set<String> territories) {
        try {
            var passResult = inTransaction(BEGIN_PASS, connection -> runPass(connection, territories));
            sizer.increase();
            failures = 0;
            return passResult;
        } catch (PgException e) {
            if (!DatabaseErrors.isDataError(e)) {
                throw e;
            }
            LOG.warnf(e, "A pass over %d entries was taken back", sizer.maxEntries());
            failures = sizer.isAtMinimum() ? failures + 1 : 0;
            sizer.reduceToMinimum();
            return failures >= MAX_TRIES ? parkNextEntry(territories, e) : PassResult.rolledBack();
        }
    }

    private <T> T inTransaction(String begin, Function<SqlConnection, T> work) {
        var connection = Futures.await(pool.getConnection());
        try {
            connection.query(begin).execute();
            var result = work.apply(connection);
            Futures.await(connection.query("commit").execute());
            return result;
        } catch (RuntimeException e) {
            connection.query("rollback").execute();
            throw e;
        } finally {
            connection.close();
        }
    }

    private PassResult runPass(SqlConnection connection, Set<String> territories) {
        var territoryClaim = claim(connection, territories);
        if (territoryClaim.positions().isEmpty()) {
            return PassResult.empty();
        }
        if (territoryClaim.pendingEntries() >= CUSTOM_PLAN_THRESHOLD) {
            connection.query(USE_CUSTOM_PLANS).execute();
        }
        var claimedBatch = readBatch(connection, territoryClaim);
        var projectionBatch = new ProjectionBatch(upcasters, folds).project(claimedBatch);
        Futures.await(new ProjectionWriter(connection).write(projectionBatch, claimedBatch.newCheckpoints()));
        return claimedBatch.toPassResult();
    }

    /**
     * Territories that were claimed.
     *
     * @param positions how far each has been followed
     * @param pendingEntries how many entries are to be followed in all of them
     * @param hasMore whether others may be behind too
     */
    private record TerritoryClaim(Map<String, Long> positions, long pendingEntries, boolean hasMore) {}

    private TerritoryClaim claim(SqlConnection connection, Set<String> territories) {
        int most = sizer.maxTerritories();
        var rows = territories.isEmpty()
                ? run(connection, ProjectorSql.CLAIM, Tuple.of(most))
                : run(connection, ProjectorSql.CLAIM_NAMED, Tuple.of(most, (Object)
                        territories.toArray(String[]::new)));
        var positions = new LinkedHashMap<String, Long>();
        long behind = 0;
        for (var row : rows) {
            positions.put(row.getString("territory"), row.getLong("position"));
            behind += row.getLong("behind");
        }
        sizer.recordClaim(positions.size(), behind);
        return new TerritoryClaim(positions, behind, positions.size() == most);
    }

    private ClaimedBatch readBatch(SqlConnection connection, TerritoryClaim territoryClaim) {
        var checkpoints = territoryClaim.positions();
        var territories = checkpoints.keySet().toArray(String[]::new);
        var positions = checkpoints.values().toArray(Long[]::new);
        int each = Math.max(1, sizer.maxEntries() / territories.length);
        var unread = connection.preparedQuery(ProjectorSql.READ_NEW).execute(Tuple.of(territories, positions, each));
        var parked = connection.preparedQuery(ProjectorSql.PARKED).execute(Tuple.of((Object) territories));
        var entries = LogRowMapper.entries(Futures.await(unread));
        var subjects = new HashSet<String>();
        Futures.await(parked).forEach(row -> subjects.add(row.getString("subject")));
        boolean more = territoryClaim.hasMore() || entries.size() < territoryClaim.pendingEntries();
        return new ClaimedBatch(
                checkpoints, entries, readEarlierEntries(connection, checkpoints, entries), subjects, more);
    }

    private Map<String, List<Entry>> readEarlierEntries(
            SqlConnection connection, Map<String, Long> checkpoints, List<Entry> unread) {
        Map<String, Long> upTo = new LinkedHashMap<>();
        for (var entry : unread) {
            long checkpoint = checkpoints.getOrDefault(entry.territory(), 0L);
            if (checkpoint > 0) {
                upTo.put(entry.subject(), checkpoint);
            }
        }
        Map<String, List<Entry>> earlier = new HashMap<>();
        if (!upTo.isEmpty()) {
            var asked = Tuple.tuple()
                    .addValue(upTo.keySet().toArray(String[]::new))
                    .addValue(upTo.values().toArray(Long[]::new));
            LogRowMapper.entries(run(connection, ProjectorSql.READ_EARLIER, asked))
                    .forEach(entry -> earlier.computeIfAbsent(entry.subject(), _ -> new ArrayList<>())
                            .add(entry));
        }
        return earlier;
    }

    /** The entry that a pass of one entry cannot get past. */
    private PassResult parkNextEntry(Set<String> territories, PgException cause) {
        failures = 0;
        return inTransaction("begin", connection -> {
            var territoryClaim = claim(connection, territories);
            if (territoryClaim.positions().isEmpty()) {
                return PassResult.empty();
            }
            var claimedBatch = readBatch(connection, territoryClaim);
            var projectionBatch = new ProjectionBatch(upcasters, folds);
            claimedBatch.unread().forEach(entry -> projectionBatch
                    .failures()
                    .add(new ProjectionBatch.ProjectionFailure(
                            entry.territory(), entry.subject(), entry.position(), "Refused: " + cause.getSqlState())));
            Futures.await(new ProjectionWriter(connection).write(projectionBatch, claimedBatch.newCheckpoints()));
            return claimedBatch.toPassResult();
        });
    }

    /** Projects the parked events of a subject again, at their own positions; false where it was not parked. */
    public boolean replay(String territory, String subject) {
        return inTransaction(
                "begin", connection -> new ParkedSubjectReplay(connection, new ProjectionBatch(upcasters, folds))
                        .replay(territory, subject));
    }

    private static RowSet<Row> run(SqlConnection connection, String sql, Tuple values) {
        Future<RowSet<Row>> answer = connection.preparedQuery(sql).execute(values);
        return Futures.await(answer);
    }
}
