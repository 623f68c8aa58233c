package org.bitacora.projections.territory;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.identifier.TerritoryCode;

/** Reads the members of territories. */
public final class MembershipRepository {

    private static final String MEMBERS = """
            select member, since, until, known_from from membership_version
            where territory = $1 and known_from <= $2 and (known_to is null or known_to > $2)
            union
            select c.territory, date '0001-01-01', date '9999-12-31', 0
            from (select distinct territory from parent_version where parent = $1 and territory <> $1) c
            cross join lateral (
                select parent from parent_version v
                where v.territory = c.territory and ($3::timestamptz is null or v.recorded_at <= $3)
                order by known_from desc limit 1) latest
            where latest.parent = $1 and not exists (
                select from membership_version m
                where m.territory = $1 and m.member = c.territory and m.known_from <= $2)
            order by member""";

    private final Pool pool;

    /** Creates a repository over the tables that the pool's connections see. */
    public MembershipRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * A territory that is a member of another between two days.
     *
     * @param position the position of the membership's entry; 0 if the registration of the member names the parent
     */
    public record MemberTerritory(String territory, LocalDate since, LocalDate until, long position) {
        /** Returns the subject of the events that state the membership. */
        public Subject membershipSubject(String group) {
            var member = new TerritoryCode(territory);
            return position > 0
                    ? new Subject.MemberSubject(new TerritoryCode(group), member)
                    : new Subject.TerritorySubject(member);
        }
    }

    /**
     * Returns the members of a territory: those that its log names as of a position, and those whose registration names it as
     * parent. The registration is the latest one, or the latest that had been recorded at an instant.
     */
    public Uni<List<MemberTerritory>> membersOf(String territory, long position, Optional<Instant> at) {
        var instant = at.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null);
        var parameters = Tuple.of(territory, position, instant);
        var found = Uni.createFrom()
                .deferred(() -> UniHelper.toUni(pool.preparedQuery(MEMBERS).execute(parameters)));
        return found.map(rows -> {
            var members = new ArrayList<MemberTerritory>();
            rows.forEach(row -> members.add(new MemberTerritory(
                    row.getString("member"),
                    row.getLocalDate("since"),
                    row.getLocalDate("until"),
                    row.getLong("known_from"))));
            return members;
        });
    }
}
