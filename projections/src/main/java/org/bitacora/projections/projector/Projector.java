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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bitacora.domain.activity.ActivityFold;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.postgres.DatabaseErrors;
import org.bitacora.eventlog.postgres.LogRowMapper;
import org.bitacora.eventlog.upcast.Upcasters;
import org.bitacora.projections.projector.FoldCache.CachedFold;
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
    private final FoldCache foldCache = new FoldCache();
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
            var committedPass = inTransaction(BEGIN_PASS, connection -> runPass(connection, territories));
            foldCache.putAll(committedPass.folds());
            sizer.increase();
            failures = 0;
            return committedPass.passResult();
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

    /** What a pass did, and what it folded. */
    private record CommittedPass(PassResult passResult, Map<String, CachedFold> folds) {}

    private CommittedPass runPass(SqlConnection connection, Set<String> territories) {
        var territoryClaim = claim(connection, territories);
        if (territoryClaim.positions().isEmpty()) {
            return new CommittedPass(PassResult.empty(), Map.of());
        }
        if (territoryClaim.pendingEntries() >= CUSTOM_PLAN_THRESHOLD) {
            connection.query(USE_CUSTOM_PLANS).execute();
        }
        var claimedBatch = readBatch(connection, territoryClaim);
        var projectionBatch = new ProjectionBatch(upcasters, folds).project(claimedBatch);
        Futures.await(new ProjectionWriter(connection).write(projectionBatch, claimedBatch.newCheckpoints()));
        return new CommittedPass(claimedBatch.toPassResult(), projectionBatch.folds());
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
        var earlier = readEarlier(connection, checkpoints, entries);
        return new ClaimedBatch(checkpoints, entries, earlier.entries(), earlier.folds(), subjects, more);
    }

    /** What was said before on subjects: folded, and the entries after that. */
    private record EarlierKnowledge(Map<String, List<Entry>> entries, Map<String, CachedFold> folds) {}

    private EarlierKnowledge readEarlier(SqlConnection connection, Map<String, Long> checkpoints, List<Entry> unread) {
        Map<String, Long> upTo = new LinkedHashMap<>();
        for (var entry : unread) {
            long checkpoint = checkpoints.getOrDefault(entry.territory(), 0L);
            if (checkpoint > 0) {
                upTo.put(entry.subject(), checkpoint);
            }
        }
        Map<String, CachedFold> folds = new HashMap<>();
        upTo.keySet().forEach(subject -> foldCache.take(subject).ifPresent(it -> folds.put(subject, it)));
        var entries = readEarlierEntries(connection, upTo, folds);
        var others = dropOthers(folds, entries);
        entries.putAll(readEarlierEntries(connection, retain(upTo, others), Map.of()));
        return new EarlierKnowledge(entries, folds);
    }

    /** From the last entry on that is folded already, or all. */
    private static Map<String, List<Entry>> readEarlierEntries(
            SqlConnection connection, Map<String, Long> upTo, Map<String, CachedFold> folds) {
        Map<String, List<Entry>> earlier = new HashMap<>();
        if (!upTo.isEmpty()) {
            var first = upTo.keySet().stream()
                    .map(subject -> Optional.ofNullable(folds.get(subject))
                            .map(it -> it.last().position())
                            .orElse(1L))
                    .toArray(Long[]::new);
            var asked = Tuple.of(
                    upTo.keySet().toArray(String[]::new), first, upTo.values().toArray(Long[]::new));
            LogRowMapper.entries(run(connection, ProjectorSql.READ_EARLIER, asked))
                    .forEach(entry -> earlier.computeIfAbsent(entry.subject(), _ -> new ArrayList<>())
                            .add(entry));
        }
        return earlier;
    }

    /** Leaves what is not folded yet, and forgets folds of another log of the same name: the subjects of those. */
    private static Set<String> dropOthers(Map<String, CachedFold> folds, Map<String, List<Entry>> entries) {
        var others = new HashSet<String>();
        folds.forEach((subject, cachedFold) -> {
            var found = entries.getOrDefault(subject, List.of());
            if (cachedFold.isContinuedBy(found.stream().findFirst())) {
                entries.put(subject, found.subList(1, found.size()));
            } else {
                others.add(subject);
            }
        });
        folds.keySet().removeAll(others);
        return others;
    }

    private static Map<String, Long> retain(Map<String, Long> upTo, Set<String> subjects) {
        var retained = new LinkedHashMap<>(upTo);
        retained.keySet().retainAll(subjects);
        return retained;
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
