package org.bitacora.projections.projector;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.activity.ActivityName;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.postgres.Pipelined;
import org.bitacora.eventlog.postgres.Rows;
import org.bitacora.projections.activity.Version;
import org.bitacora.projections.activity.VersionColumns;

/** Projects a parked subject again from its first event: its versions come to stand at their own positions. */
final class Replay {

    private final SqlConnection connection;
    private final Consequences consequences;

    Replay(SqlConnection connection, Consequences consequences) {
        this.connection = connection;
        this.consequences = consequences;
    }

    boolean of(String territory, String subject) {
        var checkpoint =
                Await.get(connection.preparedQuery(FollowSql.LOCK_CHECKPOINT).execute(Tuple.of(territory)));
        var unparked = Await.get(connection.preparedQuery(FollowSql.UNPARK).execute(Tuple.of(territory, subject)));
        if (checkpoint.size() == 0 || unparked.rowCount() == 0) {
            return false;
        }
        long upTo = checkpoint.iterator().next().getLong("position");
        var entries = Rows.entries(Await.get(connection
                .preparedQuery(FollowSql.EARLIER)
                .execute(Tuple.tuple().addValue(new String[] {subject}).addValue(new Long[] {upTo}))));
        Await.get(rewrite(territory, subject, entries));
        return true;
    }

    private Future<?> rewrite(String territory, String subject, List<Entry> entries) {
        var name = ActivityName.ofSubject(subject);
        if (name.isEmpty()) {
            return registrations(entries);
        }
        List<Version> versions = consequences.versions(name.get(), List.of(), entries);
        var reports = consequences.seriesHistory(name.get(), List.of(), entries).made();
        var rows = Tuple.of(territory, name.get().activity());
        return Pipelined.all(List.of(
                connection.preparedQuery(FollowSql.FORGET).execute(rows),
                connection.preparedQuery(VersionColumns.INSERT).execute(VersionColumns.of(versions)),
                connection.preparedQuery(SeriesWriting.FORGET).execute(rows),
                connection.preparedQuery(SeriesWriting.INSERT).execute(SeriesWriting.inserted(reports)),
                connection.query(FollowSql.NEW_GENERATION).execute()));
    }

    private Future<?> registrations(List<Entry> entries) {
        var again = new Claimed(Map.of(), entries, Map.of(), Set.of(), false);
        return new Writing(connection).write(consequences.of(again), Map.of());
    }
}
