package org.bitacora.projections.projector;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.eventlog.Entry;
import org.bitacora.eventlog.postgres.LogRowMapper;
import org.bitacora.eventlog.postgres.StatementPipeline;
import org.bitacora.projections.activity.ActivityVersion;
import org.bitacora.projections.activity.ActivityVersionSql;

/** Projects a parked subject again from its first event. Its versions start at the positions of their events. */
final class ParkedSubjectReplay {

    private final SqlConnection connection;
    private final ProjectionBatch projectionBatch;

    ParkedSubjectReplay(SqlConnection connection, ProjectionBatch projectionBatch) {
        this.connection = connection;
        this.projectionBatch = projectionBatch;
    }

    boolean replay(String territory, String subject) {
        var checkpoint = Futures.await(
                connection.preparedQuery(ProjectorSql.LOCK_CHECKPOINT).execute(Tuple.of(territory)));
        var unparked =
                Futures.await(connection.preparedQuery(ProjectorSql.UNPARK).execute(Tuple.of(territory, subject)));
        if (checkpoint.size() == 0 || unparked.rowCount() == 0) {
            return false;
        }
        long upTo = checkpoint.iterator().next().getLong("position");
        var entries = LogRowMapper.entries(Futures.await(connection
                .preparedQuery(ProjectorSql.READ_EARLIER)
                .execute(Tuple.of(new String[] {subject}, new Long[] {1L}, new Long[] {upTo}))));
        Futures.await(rewriteVersions(territory, subject, entries));
        return true;
    }

    private Future<?> rewriteVersions(String territory, String subject, List<Entry> entries) {
        if (!(Subject.parse(subject).orElse(null) instanceof Subject.ActivitySubject activity)) {
            return projectAgain(entries);
        }
        List<ActivityVersion> versions = projectionBatch.activityVersions(activity, entries);
        var reports =
                projectionBatch.seriesHistory(activity, List.of(), entries).newVersions();
        var rows = Tuple.of(territory, activity.name().value());
        return StatementPipeline.join(List.of(
                connection.preparedQuery(ProjectorSql.DELETE_ACTIVITY_VERSIONS).execute(rows),
                connection
                        .preparedQuery(ActivityVersionSql.INSERT)
                        .execute(ActivityVersionSql.insertParameters(versions)),
                connection.preparedQuery(SeriesVersionSql.DELETE).execute(rows),
                connection.preparedQuery(SeriesVersionSql.INSERT).execute(SeriesVersionSql.insertParameters(reports)),
                connection.query(ProjectorSql.NEW_GENERATION).execute()));
    }

    private Future<?> projectAgain(List<Entry> entries) {
        var again = new ClaimedBatch(Map.of(), entries, Map.of(), Map.of(), Set.of(), false);
        return new ProjectionWriter(connection).write(projectionBatch.project(again), Map.of());
    }
}
