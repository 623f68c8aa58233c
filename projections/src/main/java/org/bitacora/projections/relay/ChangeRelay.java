package org.bitacora.projections.relay;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bitacora.projections.indicator.change.ChangeDetector;
import org.bitacora.projections.indicator.change.ObservationChange;
import org.bitacora.projections.projector.Futures;

/**
 * Hands on which figures moved, territory by territory and stretch by stretch, with the same promises as {@link EntryRelay}. It
 * follows how far figures have come, not the log.
 */
public final class ChangeRelay {

    private static final int MAX_ENTRIES = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(25);

    private final Pool pool;
    private final String channel;
    private final ChangeDetector changeDetector;
    private final TerritoryBackoff backoff = new TerritoryBackoff();

    /** A relay to the channel of that name, which is its checkpoint's for ever. */
    public ChangeRelay(Pool pool, String channel, ChangeDetector changeDetector) {
        this.pool = pool;
        this.channel = channel;
        this.changeDetector = changeDetector;
    }

    /**
     * What moved over a stretch of a log.
     *
     * @param territory whose
     * @param position where it ends
     * @param changes the figures that moved; those of which nothing is to be told are not among them
     */
    public record RelayedChanges(String territory, long position, List<ObservationChange> changes) {
        public RelayedChanges {
            changes = List.copyOf(changes);
        }
    }

    /** Which read models there are now. */
    public static long generation(Pool pool) {
        var rows = Futures.await(pool.query("select number from generation").execute());
        return rows.iterator().next().getLong("number");
    }

    /** Takes in logs that were founded since. */
    public void addNewLogs() {
        Futures.await(pool.preparedQuery(RelaySql.ADD_NEW_LOGS).execute(Tuple.of(channel)));
    }

    /** Makes one pass: what it hands on has arrived when {@code arrive} returns. Whether there was anything to look at. */
    public boolean runPass(Consumer<RelayedChanges> arrive) {
        return RelayTransaction.run(pool, connection -> runPass(connection, arrive));
    }

    private boolean runPass(SqlConnection connection, Consumer<RelayedChanges> arrive) {
        var claimed = claim(connection);
        claimed.ifPresent(positionRange -> {
            var moved = computeChanges(positionRange);
            Futures.await(connection.query("select").execute()); // whoever has lost its claim meanwhile tells nothing
            arrive.accept(new RelayedChanges(positionRange.territory(), positionRange.upTo(), moved));
            Futures.await(connection
                    .preparedQuery(RelaySql.ADVANCE_CHECKPOINTS)
                    .execute(Tuple.of(
                            channel, new String[] {positionRange.territory()}, new Long[] {positionRange.upTo()})));
        });
        return claimed.isPresent();
    }

    private Optional<PositionRange> claim(SqlConnection connection) {
        var rows = Futures.await(connection
                .preparedQuery(RelaySql.CLAIM_PROJECTED)
                .execute(Tuple.of(channel, backoff.suspendedTerritories())));
        for (var row : rows) {
            long position = row.getLong("position");
            return Optional.of(new PositionRange(
                    row.getString("territory"), position, Math.min(row.getLong("followed"), position + MAX_ENTRIES)));
        }
        return Optional.empty();
    }

    /** A territory whose figures cannot be computed now must not keep the others waiting. */
    private List<ObservationChange> computeChanges(PositionRange positionRange) {
        try {
            return findChanges(positionRange);
        } catch (RuntimeException e) {
            backoff.suspend(positionRange.territory());
            throw new IllegalStateException(
                    "The figures of " + positionRange.territory() + " could not be compared", e);
        }
    }

    private List<ObservationChange> findChanges(PositionRange positionRange) {
        return changeDetector
                .findChanges(positionRange.territory(), positionRange.after(), positionRange.upTo())
                .await()
                .atMost(TIMEOUT)
                .stream()
                .filter(ObservationChange::isSignificant)
                .toList();
    }
}
