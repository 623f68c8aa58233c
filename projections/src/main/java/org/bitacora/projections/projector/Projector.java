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
 * Projects the logs in passes. A pass claims territories that are behind, folds their new entries, and writes the resulting
 * rows and the checkpoints in one transaction. Every entry is therefore projected exactly once, on any number of nodes and
 * after any crash. Passes block on the database and must run on a thread of their own.
 */
public final class Projector {

    private static final Logger LOG = Logger.getLogger(Projector.class);
    private static final int MAX_TRIES = 3;

    /** A pass does not wait for the disk: if a crash undoes a commit, its checkpoint is undone too, and the pass is repeated. */
    private static final String BEGIN_PASS = "begin; set local synchronous_commit = off";

    /** Large passes plan each statement for its parameters; small passes use the generic plans. */
    private static final String USE_CUSTOM_PLANS = "set local plan_cache_mode = force_custom_plan";

    private static final long CUSTOM_PLAN_THRESHOLD = 500;

    private final Pool pool;
    private final Upcasters upcasters;
    private final Supplier<ActivityFold> folds;
    private final BatchSizer sizer;
    private final FoldCache foldCache = new FoldCache();
    private int failures;

    /** Creates a projector over the tables that the pool's connections see, with at most {@code maxEntries} entries a pass. */
    public Projector(Pool pool, Upcasters upcasters, Supplier<ActivityFold> folds, int maxEntries) {
        this.pool = pool;
        this.upcasters = upcasters;
        this.folds = folds;
        this.sizer = new BatchSizer(maxEntries);
    }

    /**
     * Runs one pass over those of the given territories that are behind, or over all territories if none is given, and returns
     * the new checkpoints. If the database rejects the data of a pass, the pass is rolled back and repeated with a single
     * entry; an entry that is rejected three times is parked.
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
            LOG.warnf(e, "Rolled back a pass over %d entries", sizer.maxEntries());
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
     * Claimed territories.
     *
     * @param positions the checkpoint of each territory
     * @param pendingEntries the number of pending entries of all claimed territories
     * @param hasMore whether other territories may be behind
     */
    private record TerritoryClaim(Map<String, Long> positions, long pendingEntries, boolean hasMore) {}

    private TerritoryClaim claim(SqlConnection connection, Set<String> territories) {
        int limit = sizer.maxTerritories();
        var rows = territories.isEmpty()
                ? run(connection, ProjectorSql.CLAIM, Tuple.of(limit))
                : run(connection, ProjectorSql.CLAIM_NAMED, Tuple.of(limit, (Object)
                        territories.toArray(String[]::new)));
        var positions = new LinkedHashMap<String, Long>();
        long behind = 0;
        for (var row : rows) {
            positions.put(row.getString("territory"), row.getLong("position"));
            behind += row.getLong("behind");
        }
        sizer.recordClaim(positions.size(), behind);
        return new TerritoryClaim(positions, behind, positions.size() == limit);
    }

    private ClaimedBatch readBatch(SqlConnection connection, TerritoryClaim territoryClaim) {
        var checkpoints = territoryClaim.positions();
        var territories = checkpoints.keySet().toArray(String[]::new);
        var positions = checkpoints.values().toArray(Long[]::new);
        int entriesPerTerritory = Math.max(1, sizer.maxEntries() / territories.length);
        var unread = connection
                .preparedQuery(ProjectorSql.READ_NEW)
                .execute(Tuple.of(territories, positions, entriesPerTerritory));
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

    /** Projects a parked subject again from its first event; returns false if the subject was not parked. */
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
