package org.bitacora.projections.publication;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bitacora.eventlog.postgres.CallerContext;

/** Finds the entries that may have changed observations of a range of days. No other entry can have changed them. */
public final class RevisionCandidateRepository {

    /** An event of an activity or a series that changes it starts a version at its position, or ends one. */
    private static final String SELECT = """
            with entry as (
                select position, recorded_at, type, substr(subject, length($1) + 2) as name
                from log where territory = $1 and position > $2 and position <= $3),
            touching as (
                select s.position, s.recorded_at
                from entry s join activity_version v on v.territory = $1 and v.activity = s.name
                    and s.position in (v.known_from, v.known_to)
                where least(v.planned_from, v.formalised_from, v.ended_from, v.end_from) <= $5
                    and greatest(v.planned_to, v.formalised_to, v.ended_to, v.end_to) >= $4
                union
                select s.position, s.recorded_at
                from entry s join series_version v on v.territory = $1 and v.series = s.name
                    and s.position in (v.known_from, v.known_to)
                where v.first <= $5 and v.last >= $4
                union
                select position, recorded_at from entry
                where type = any($6::text[]) or type ~ '^org[.]bitacora[.](actor|indicator)[.]')
            select position, recorded_at, row_number() over (order by position) as number
            from touching order by position desc limit $7""";

    private final Pool pool;

    /** Creates a repository over the tables that the pool's connections see. */
    public RevisionCandidateRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * Selects candidates.
     *
     * @param territory the territory of the log
     * @param after the position before the first entry
     * @param upTo the position of the last entry
     * @param first the first day of the observations
     * @param last the last day of the observations
     * @param types further event types that may change the observations
     */
    public record RevisionCandidateQuery(
            String territory, long after, long upTo, LocalDate first, LocalDate last, List<String> types) {
        public RevisionCandidateQuery {
            types = List.copyOf(types);
        }
    }

    /**
     * An entry that may have changed observations.
     *
     * @param number the number of the candidate in log order, starting at 1; it never changes
     */
    public record RevisionCandidate(long position, Instant recordedAt, long number) {}

    /** Returns the latest candidates, newest first, at most {@code limit}. */
    public Uni<List<RevisionCandidate>> latest(RevisionCandidateQuery revisionCandidateQuery, int limit) {
        var parameters = Tuple.tuple()
                .addString(revisionCandidateQuery.territory())
                .addLong(revisionCandidateQuery.after())
                .addLong(revisionCandidateQuery.upTo())
                .addLocalDate(revisionCandidateQuery.first())
                .addLocalDate(revisionCandidateQuery.last())
                .addArrayOfString(revisionCandidateQuery.types().toArray(String[]::new))
                .addInteger(limit);
        return CallerContext.emitOnCallerContext(
                        () -> UniHelper.toUni(pool.preparedQuery(SELECT).execute(parameters)))
                .map(rows -> {
                    var found = new ArrayList<RevisionCandidate>();
                    rows.forEach(row -> found.add(new RevisionCandidate(
                            row.getLong("position"),
                            row.getOffsetDateTime("recorded_at").toInstant(),
                            row.getLong("number"))));
                    return found;
                });
    }
}
