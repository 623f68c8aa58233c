package org.bitacora.projections.projector;

/** The SQL statements of the projector. */
final class ProjectorSql {

    /** Locks checkpoints, never heads: projectors block neither appends nor each other. */
    static final String CLAIM = """
            select c.territory, c.position, h.position - c.position as behind
            from checkpoint c join head h on h.territory = c.territory
            where h.position > c.position
            order by h.recorded_at limit $1 for update of c skip locked""";

    /** A separate statement: with an OR in one statement, a generic plan would read every checkpoint. */
    static final String CLAIM_NAMED = """
            select c.territory, c.position, h.position - c.position as behind
            from checkpoint c join head h on h.territory = c.territory
            where h.position > c.position and c.territory = any($2::text[])
            order by h.recorded_at limit $1 for update of c skip locked""";

    static final String READ_NEW = """
            select l.* from unnest($1::text[], $2::bigint[]) c(territory, position)
            cross join lateral (
                select territory, position, recorded_at, source, id, type, schema_version, subject, time, data,
                       posted_by, content, private_digest, extensions
                from log where log.territory = c.territory and log.position > c.position
                order by position limit $3) l""";

    static final String READ_EARLIER = """
            select l.territory, l.position, l.recorded_at, l.source, l.id, l.type, l.schema_version, l.subject,
                   l.time, l.data, l.posted_by, l.content, l.private_digest, l.extensions
            from unnest($1::text[], $2::bigint[], $3::bigint[]) s(subject, first, up_to)
            join log l on l.subject = s.subject and l.position >= s.first and l.position <= s.up_to
            order by l.subject, l.position""";

    static final String PARKED = "select subject from parked where territory = any($1::text[])";

    static final String PARK = """
            insert into parked (territory, subject, position, reason, parked_at)
            select territory, subject, position, reason, now()
            from unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) p(territory, subject, position, reason)
            on conflict do nothing""";

    static final String ADVANCE_CHECKPOINTS = """
            update checkpoint set position = moved.position
            from unnest($1::text[], $2::bigint[]) moved(territory, position)
            where checkpoint.territory = moved.territory""";

    static final String UPSERT_TERRITORIES = """
            insert into territory (code, name, kind, country, timezone, parent, position)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
            on conflict (code) do update set
                (name, kind, country, timezone, parent, position) = (excluded.name, excluded.kind, excluded.country,
                excluded.timezone, excluded.parent, excluded.position)""";

    static final String INSERT_PARENTS = """
            insert into parent_version (territory, known_from, recorded_at, parent)
            select * from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[])
            on conflict do nothing""";

    static final String INSERT_DEFINITIONS = """
            insert into definition_version (territory, code, version, known_from, recorded_at, definition)
            select * from unnest($1::text[], $2::text[], $3::int[], $4::bigint[], $5::timestamptz[], $6::text[])
            on conflict do nothing""";

    static final String INSERT_MEMBERSHIP = """
            with ended as (
                update membership_version set known_to = $3
                where territory = $1 and member = $2 and known_to is null and known_from < $3)
            insert into membership_version (territory, member, known_from, since, until) values ($1, $2, $3, $4, $5)
            on conflict do nothing""";

    static final String INSERT_ACTOR = """
            with ended as (
                update actor_version set known_to = $3
                where territory = $1 and actor = $2 and known_to is null and known_from < $3)
            insert into actor_version (territory, actor, known_from, recorded_at, document)
            values ($1, $2, $3, $4, $5) on conflict do nothing""";

    static final String INSERT_STRATEGY = """
            with ended as (
                update strategy_version set known_to = $3
                where territory = $1 and strategy = $2 and known_to is null and known_from < $3)
            insert into strategy_version (territory, strategy, known_from, recorded_at, document)
            values ($1, $2, $3, $4, $5) on conflict do nothing""";

    /** Runs before the insertions, because at most one version of an activity is open. */
    static final String CLOSE_ACTIVITY_VERSIONS = """
            update activity_version v set known_to = closed.position
            from unnest($1::text[], $2::text[], $3::bigint[]) closed(territory, activity, position)
            where v.territory = closed.territory and v.activity = closed.activity and v.known_to is null""";

    static final String DELETE_ACTIVITY_VERSIONS =
            "delete from activity_version where territory = $1 and activity = $2";

    static final String UNPARK = "delete from parked where territory = $1 and subject = $2";

    static final String NEW_GENERATION = "update generation set number = number + 1";

    static final String LOCK_CHECKPOINT = "select position from checkpoint where territory = $1 for update";

    private ProjectorSql() {}
}
