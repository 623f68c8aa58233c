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

/** The entries that may have moved figures of some days: no other entry can have. */
public final class RevisionCandidateRepository {

    /** What is said of an activity or a series makes a version at that position, or ends one. */
    private static final String SELECT = """
            with said as (
                select position, recorded_at, type, substr(subject, length($1) + 2) as name
                from log where territory = $1 and position > $2 and position <= $3),
            touching as (
                select s.position, s.recorded_at
                from said s join activity_version v on v.territory = $1 and v.activity = s.name
                    and s.position in (v.known_from, v.known_to)
                where least(v.planned_from, v.formalised_from, v.ended_from, v.end_from) <= $5
                    and greatest(v.planned_to, v.formalised_to, v.ended_to, v.end_to) >= $4
                union
                select s.position, s.recorded_at
                from said s join series_version v on v.territory = $1 and v.series = s.name
                    and s.position in (v.known_from, v.known_to)
                where v.first <= $5 and v.last >= $4
                union
                select position, recorded_at from said
                where type = any($6::text[]) or type ~ '^org[.]bitacora[.](actor|indicator)[.]')
            select position, recorded_at, row_number() over (order by position) as number
            from touching order by position desc limit $7""";

    private final Pool pool;

    /** Those that the pool's connections see. */
    public RevisionCandidateRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * Where they are looked for.
     *
     * @param territory in whose log
     * @param after the position after which
     * @param upTo the last position
     * @param first the first of the days whose figures are meant
     * @param last the last of them
     * @param types entries of which types may move them too
     */
    public record RevisionCandidateQuery(
            String territory, long after, long upTo, LocalDate first, LocalDate last, List<String> types) {
        public RevisionCandidateQuery {
            types = List.copyOf(types);
        }
    }

    /**
     * An entry that may have moved figures.
     *
     * @param number which of them it is, counted from 1: it never changes
     */
    public record RevisionCandidate(long position, Instant recordedAt, long number) {}

    /** The latest of them, at most so many, the last first. */
    public Uni<List<RevisionCandidate>> latest(RevisionCandidateQuery revisionCandidateQuery, int most) {
        var asked = Tuple.tuple()
                .addString(revisionCandidateQuery.territory())
                .addLong(revisionCandidateQuery.after())
                .addLong(revisionCandidateQuery.upTo())
                .addLocalDate(revisionCandidateQuery.first())
                .addLocalDate(revisionCandidateQuery.last())
                .addArrayOfString(revisionCandidateQuery.types().toArray(String[]::new))
                .addInteger(most);
        return CallerContext.emitOnCallerContext(
                        () -> UniHelper.toUni(pool.preparedQuery(SELECT).execute(asked)))
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
