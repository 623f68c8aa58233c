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
 * Relays the changes of observations to a channel, one range of a territory's log at a time, with the same guarantees as
 * {@link EntryRelay}. It follows the checkpoint of the projector, not the head of the log.
 */
public final class ChangeRelay {

    private static final int MAX_ENTRIES = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(25);

    private final Pool pool;
    private final String channel;
    private final ChangeDetector changeDetector;
    private final TerritoryBackoff backoff = new TerritoryBackoff();

    /** Creates a relay to a channel. The channel's name identifies its checkpoints and must never change. */
    public ChangeRelay(Pool pool, String channel, ChangeDetector changeDetector) {
        this.pool = pool;
        this.channel = channel;
        this.changeDetector = changeDetector;
    }

    /**
     * The changes of observations over a range of a log.
     *
     * @param territory the territory of the log
     * @param position the last position of the range
     * @param changes the significant changes; see {@link ObservationChange#isSignificant}
     */
    public record RelayedChanges(String territory, long position, List<ObservationChange> changes) {
        public RelayedChanges {
            changes = List.copyOf(changes);
        }
    }

    /** Returns the current generation of the read models. */
    public static long generation(Pool pool) {
        var rows = Futures.await(pool.query("select number from generation").execute());
        return rows.iterator().next().getLong("number");
    }

    /** Adds a checkpoint for each log that has been created since the last call. */
    public void addNewLogs() {
        Futures.await(pool.preparedQuery(RelaySql.ADD_NEW_LOGS).execute(Tuple.of(channel)));
    }

    /**
     * Runs one pass over one range. The consumer must return only after the changes have been delivered; then the checkpoint
     * advances. Returns whether a range was found.
     */
    public boolean runPass(Consumer<RelayedChanges> deliver) {
        return RelayTransaction.run(pool, connection -> runPass(connection, deliver));
    }

    private boolean runPass(SqlConnection connection, Consumer<RelayedChanges> deliver) {
        var claimed = claim(connection);
        claimed.ifPresent(positionRange -> {
            var changes = computeChanges(positionRange);
            Futures.await(connection
                    .query("select")
                    .execute()); // fails if the claim was lost meanwhile: then nothing is delivered
            deliver.accept(new RelayedChanges(positionRange.territory(), positionRange.upTo(), changes));
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
                    row.getString("territory"), position, Math.min(row.getLong("projected"), position + MAX_ENTRIES)));
        }
        return Optional.empty();
    }

    /** Suspends the territory if its observations cannot be computed, so that it does not block the other territories. */
    private List<ObservationChange> computeChanges(PositionRange positionRange) {
        try {
            return findChanges(positionRange);
        } catch (RuntimeException e) {
            backoff.suspend(positionRange.territory());
            throw new IllegalStateException(
                    "The observations of " + positionRange.territory() + " could not be compared", e);
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
