package org.bitacora.projections.activity;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.indicator.Filter;
import org.bitacora.domain.indicator.Period;
import org.bitacora.eventlog.postgres.CallerContext;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads activities: pages of activities as of a position, and all versions of one activity. */
public final class ActivityRepository {

    private final Pool pool;
    private final Mutiny.SessionFactory sessions;

    /** Creates a repository that finds keys through the pool, with the conditions of observations, and loads the entities. */
    public ActivityRepository(Pool pool, Mutiny.SessionFactory sessions) {
        this.pool = pool;
        this.sessions = sessions;
    }

    /**
     * Selects activities.
     *
     * @param territory the territory of the activities
     * @param where the filter that the activities match
     * @param from the activities took effect, or are planned, on this day or later
     * @param to the activities took effect, or are planned, on this day or earlier
     * @param within the formalisation date lies entirely within this period
     * @param text a substring of the title, case-insensitive
     * @param after the last activity name of the previous page; the names of this page come after it
     */
    public record ActivityPageQuery(
            String territory,
            Filter where,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Period> within,
            Optional<String> text,
            String after) {}

    /** Returns a page of activities as of a position, ordered by name. */
    public Uni<List<ActivityRow>> list(ActivityPageQuery activityPageQuery, long position, int limit) {
        var sqlParameters = new SqlParameters("$");
        var sql = "select v.activity, v.known_from from activity_version v where "
                + ActivityConditionSql.knownAt(
                        sqlParameters.add(activityPageQuery.territory()), sqlParameters.add(position))
                + " and v.activity > " + sqlParameters.add(activityPageQuery.after())
                + " and " + ActivityConditionSql.matching(activityPageQuery.where(), sqlParameters)
                + dates(activityPageQuery, sqlParameters)
                + activityPageQuery
                        .text()
                        .map(it -> " and position(lower(" + sqlParameters.add(it) + "::text) in lower(v.title)) > 0")
                        .orElse("")
                + " order by v.activity limit " + sqlParameters.add(limit);
        return CallerContext.emitOnCallerContext(
                        () -> UniHelper.toUni(pool.preparedQuery(sql).execute(Tuple.wrap(sqlParameters.values()))))
                .flatMap(keys -> rows(activityPageQuery.territory(), keys));
    }

    private Uni<List<ActivityRow>> rows(String territory, RowSet<Row> keys) {
        if (keys.size() == 0) {
            return Uni.createFrom().item(List.of());
        }
        var activities = new ArrayList<String>();
        var positions = new ArrayList<Long>();
        keys.forEach(key -> {
            activities.add(key.getString("activity"));
            positions.add(key.getLong("known_from"));
        });
        return sessions.withSession(session -> session.createSelectionQuery("""
                        from ActivityVersion where territory = :territory and activity in :activities
                        and knownFrom in :positions order by activity""", ActivityRow.class)
                .setParameter("territory", territory)
                .setParameter("activities", activities)
                .setParameter("positions", positions)
                .getResultList());
    }

    private static String dates(ActivityPageQuery activityPageQuery, SqlParameters sqlParameters) {
        var from = activityPageQuery
                .from()
                .map(it -> " and coalesce(v.formalised_to, v.planned_to) >= " + sqlParameters.add(it) + "::date");
        var to = activityPageQuery
                .to()
                .map(it -> " and coalesce(v.formalised_from, v.planned_from) <= " + sqlParameters.add(it) + "::date");
        var within = activityPageQuery
                .within()
                .map(it -> " and v.formalised_from >= " + sqlParameters.add(it.first()) + "::date"
                        + " and v.formalised_to <= " + sqlParameters.add(it.last()) + "::date");
        return from.orElse("") + to.orElse("") + within.orElse("");
    }

    /** Returns the version of an activity as of a position; empty if the activity was not known then. */
    public Uni<Optional<ActivityRow>> find(String territory, String activity, long position) {
        return versions(territory, activity).map(versions -> versions.stream()
                .filter(it -> it.knownFrom <= position && (it.knownTo == null || it.knownTo > position))
                .findFirst());
    }

    /** Returns all versions of an activity, in log order. */
    public Uni<List<ActivityRow>> versions(String territory, String activity) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from ActivityVersion where territory = :territory and activity = :activity order by knownFrom",
                        ActivityRow.class)
                .setParameter("territory", territory)
                .setParameter("activity", activity)
                .getResultList());
    }
}
