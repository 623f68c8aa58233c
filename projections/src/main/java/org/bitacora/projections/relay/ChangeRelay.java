package org.bitacora.projections.relay;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bitacora.projections.indicator.change.Change;
import org.bitacora.projections.indicator.change.Changes;
import org.bitacora.projections.projector.Await;

/**
 * Hands on which figures moved, territory by territory and stretch by stretch, with the same promises as {@link Relay}. It
 * follows how far figures have come, not the log.
 */
public final class ChangeRelay {

    private static final int STRETCH = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Pool pool;
    private final String channel;
    private final Changes changes;
    private final Aside aside = new Aside();

    /** A relay to the channel of that name, which is its checkpoint's for ever. */
    public ChangeRelay(Pool pool, String channel, Changes changes) {
        this.pool = pool;
        this.channel = channel;
        this.changes = changes;
    }

    /**
     * What moved over a stretch of a log.
     *
     * @param territory whose
     * @param position where it ends
     * @param changes the figures that moved; those of which nothing is to be told are not among them
     */
    public record Moved(String territory, long position, List<Change> changes) {
        public Moved {
            changes = List.copyOf(changes);
        }
    }

    /** Which read models there are now. */
    public static long generation(Pool pool) {
        var rows = Await.get(pool.query("select number from generation").execute());
        return rows.iterator().next().getLong(0);
    }

    /** Takes in logs that were founded since. */
    public void found() {
        Await.get(pool.preparedQuery(RelaySql.FOUND).execute(Tuple.of(channel)));
    }

    /** Makes one pass: what it hands on has arrived when {@code arrive} returns. Whether there was anything to look at. */
    public boolean pass(Consumer<Moved> arrive) {
        return RelayTransaction.in(pool, connection -> pass(connection, arrive));
    }

    private boolean pass(SqlConnection connection, Consumer<Moved> arrive) {
        var claimed = claim(connection);
        claimed.ifPresent(span -> {
            var moved = computed(span);
            Await.get(connection.query("select").execute()); // whoever has lost its claim meanwhile tells nothing
            arrive.accept(new Moved(span.territory(), span.upTo(), moved));
            Await.get(connection
                    .preparedQuery(RelaySql.MOVE)
                    .execute(Tuple.of(channel, new String[] {span.territory()}, new Long[] {span.upTo()})));
        });
        return claimed.isPresent();
    }

    private Optional<Span> claim(SqlConnection connection) {
        var rows =
                Await.get(connection.preparedQuery(RelaySql.CLAIM_FOLLOWED).execute(Tuple.of(channel, aside.names())));
        for (var row : rows) {
            long position = row.getLong("position");
            return Optional.of(new Span(
                    row.getString("territory"), position, Math.min(row.getLong("followed"), position + STRETCH)));
        }
        return Optional.empty();
    }

    /** A territory whose figures cannot be computed now must not keep the others waiting. */
    private List<Change> computed(Span span) {
        try {
            return moved(span);
        } catch (RuntimeException e) {
            aside.put(span.territory());
            throw new IllegalStateException("The figures of " + span.territory() + " could not be compared", e);
        }
    }

    private List<Change> moved(Span span) {
        return changes.between(span.territory(), span.after(), span.upTo()).await().atMost(PATIENCE).stream()
                .filter(Change::isNews)
                .toList();
    }
}
