package org.bitacora.projections.projector;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bitacora.domain.activity.Activity;
import org.bitacora.domain.activity.ActivityEvent;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.postgres.Fault;
import org.bitacora.eventlog.postgres.Rows;
import org.bitacora.eventlog.upcast.Upcasters;
import org.jboss.logging.Logger;

/**
 * Follows the logs, pass by pass: claims territories that are behind, folds what they have not seen, and writes what
 * follows with the checkpoints in one transaction. So everything is projected exactly once, on as many nodes as run,
 * whatever is killed when. Its passes wait for the database: they run on a thread of their own.
 */
public final class Projector {

    private static final Logger LOG = Logger.getLogger(Projector.class);
    private static final int TRIES = 3;

    /** A pass need not wait for the disk: what a crash takes back, checkpoint and all, is followed again to the same. */
    private static final String BEGIN_PASS = "begin; set local synchronous_commit = off";

    /** Statements that do much are planned for what they do; those that do little, once. */
    private static final String PLAN_ANEW = "set local plan_cache_mode = force_custom_plan";

    private static final long MUCH = 500;

    private final Pool pool;
    private final Upcasters upcasters;
    private final Function<Collection<ActivityEvent>, Activity> fold;
    private final Pace pace;
    private int failures;

    /** A projector over the tables that the pool's connections see; {@code most} entries a pass. */
    public Projector(Pool pool, Upcasters upcasters, Function<Collection<ActivityEvent>, Activity> fold, int most) {
        this.pool = pool;
        this.upcasters = upcasters;
        this.fold = fold;
        this.pace = new Pace(most);
    }

    /**
     * Makes one pass over those territories that are behind, or over all where none is named, and says how far each has
     * come. A pass that the database refuses is made again, smaller and smaller; a single entry that it refuses time and
     * again is parked.
     */
    public Pass pass(Set<String> territories) {
        try {
            var pass = inTransaction(BEGIN_PASS, connection -> pass(connection, territories));
            pace.faster();
            failures = 0;
            return pass;
        } catch (PgException e) {
            if (!Fault.isOfTheData(e)) {
                throw e;
            }
            LOG.warnf(e, "A pass over %d entries was taken back", pace.entries());
            failures = pace.isSlowest() ? failures + 1 : 0;
            pace.slowest();
            return failures >= TRIES ? parkNext(territories, e) : Pass.takenBack();
        }
    }

    private <T> T inTransaction(String begin, Function<SqlConnection, T> work) {
        var connection = Await.get(pool.getConnection());
        try {
            connection.query(begin).execute();
            var result = work.apply(connection);
            Await.get(connection.query("commit").execute());
            return result;
        } catch (RuntimeException e) {
            connection.query("rollback").execute();
            throw e;
        } finally {
            connection.close();
        }
    }

    private Pass pass(SqlConnection connection, Set<String> territories) {
        var claim = claim(connection, territories);
        if (claim.positions().isEmpty()) {
            return Pass.nothing();
        }
        if (claim.behind() >= MUCH) {
            connection.query(PLAN_ANEW).execute();
        }
        var claimed = read(connection, claim);
        var consequences = new Consequences(upcasters, fold).of(claimed);
        Await.get(new Writing(connection).write(consequences, claimed.moved()));
        return claimed.committed();
    }

    /**
     * Territories that were claimed.
     *
     * @param positions how far each has been followed
     * @param behind how many entries are to be followed in all of them
     * @param more whether others may be behind too
     */
    private record Claim(Map<String, Long> positions, long behind, boolean more) {}

    private Claim claim(SqlConnection connection, Set<String> territories) {
        int most = pace.territories();
        var rows = territories.isEmpty()
                ? run(connection, FollowSql.CLAIM, Tuple.of(most))
                : run(connection, FollowSql.CLAIM_NAMED, Tuple.of(most, (Object) territories.toArray(String[]::new)));
        var positions = new LinkedHashMap<String, Long>();
        long behind = 0;
        for (var row : rows) {
            positions.put(row.getString("territory"), row.getLong("position"));
            behind += row.getLong("behind");
        }
        pace.claimed(positions.size(), behind);
        return new Claim(positions, behind, positions.size() == most);
    }

    private Claimed read(SqlConnection connection, Claim claim) {
        var checkpoints = claim.positions();
        var territories = checkpoints.keySet().toArray(String[]::new);
        var positions = checkpoints.values().toArray(Long[]::new);
        int each = Math.max(1, pace.entries() / territories.length);
        var unread = connection.preparedQuery(FollowSql.UNREAD).execute(Tuple.of(territories, positions, each));
        var parked = connection.preparedQuery(FollowSql.PARKED).execute(Tuple.of((Object) territories));
        var entries = Rows.entries(Await.get(unread));
        var subjects = new HashSet<String>();
        Await.get(parked).forEach(row -> subjects.add(row.getString("subject")));
        boolean more = claim.more() || entries.size() < claim.behind();
        return new Claimed(checkpoints, entries, earlier(connection, checkpoints, entries), subjects, more);
    }

    private Map<String, List<Entry>> earlier(
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
            Rows.entries(run(connection, FollowSql.EARLIER, asked))
                    .forEach(entry -> earlier.computeIfAbsent(entry.subject(), _ -> new ArrayList<>())
                            .add(entry));
        }
        return earlier;
    }

    /** The entry that a pass of one entry cannot get past. */
    private Pass parkNext(Set<String> territories, PgException cause) {
        failures = 0;
        return inTransaction("begin", connection -> {
            var claim = claim(connection, territories);
            if (claim.positions().isEmpty()) {
                return Pass.nothing();
            }
            var claimed = read(connection, claim);
            var consequences = new Consequences(upcasters, fold);
            claimed.unread().forEach(entry -> consequences
                    .poison()
                    .add(new Consequences.Poison(
                            entry.territory(), entry.subject(), entry.position(), "Refused: " + cause.getSqlState())));
            Await.get(new Writing(connection).write(consequences, claimed.moved()));
            return claimed.committed();
        });
    }

    /** Projects the parked events of a subject again, at their own positions; false where it was not parked. */
    public boolean replay(String territory, String subject) {
        return inTransaction("begin", connection -> new Replay(connection, new Consequences(upcasters, fold))
                .of(territory, subject));
    }

    private static RowSet<Row> run(SqlConnection connection, String sql, Tuple values) {
        Future<RowSet<Row>> answer = connection.preparedQuery(sql).execute(values);
        return Await.get(answer);
    }
}
