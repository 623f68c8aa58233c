package org.bitacora.eventlog.postgres;

/** The SQL statements of the log. */
final class LogSql {

    /** Creates the heads of new logs. Existing heads stay unchanged. */
    static final String CREATE_HEADS = """
            insert into head (territory, position, recorded_at)
            select territory, 0, '-infinity' from unnest($1::text[]) territory
            on conflict do nothing""";

    /**
     * Starts the transaction of an append. With sorting off, the planner takes the required order from an index, which
     * selects the right one ({@link #FIND_RECORDED}).
     */
    static final String BEGIN = "begin; set local enable_sort = off";

    /** Locks heads in the order of territories, so that two transactions cannot deadlock. */
    static final String LOCK_HEADS = """
            select territory, position, recorded_at from head
            where territory = any($1::text[]) order by territory for no key update""";

    /**
     * Finds recorded events. It runs as a separate statement after the locks, so that its snapshot sees what the
     * previous holder of a lock committed. The offset and the inner select prevent join plans: on small tables those
     * scan a whole index or a whole territory, and the plan is kept while the tables grow. The ordering leaves only one
     * usable index, since sorting is off.
     */
    static final String FIND_RECORDED = """
            select l.territory, l.source, l.id, l.position, l.content, l.private_digest,
                (select p.salt from private_data p where (p.territory, p.position) = (l.territory, l.position)) salt
            from unnest($1::text[], $2::text[], $3::int[], $4::int[]) asked(territory, source, first, last)
            cross join lateral
                (select * from log l
                 where (l.territory, l.source) = (asked.territory, asked.source)
                 and l.id = any(($5::text[])[asked.first:asked.last]) order by l.id offset 0) l""";

    static final String FIND_OWNERS = """
            select asked.subject, first.source from unnest($1::text[]) asked(subject)
            cross join lateral
                (select source from log l where l.subject = asked.subject order by position limit 1) first""";

    /**
     * Inserts entries. The data, by far the longest column, are sent as bytes because the driver encodes text character
     * by character.
     */
    static final String INSERT_ENTRIES = """
            insert into log (territory, position, recorded_at, source, id, type, schema_version, subject, time, data,
                             posted_by, content, private_digest, hash, extensions)
            select territory, position, recorded_at, source, id, type, schema_version, subject, time,
                   convert_from(data, 'UTF8'), posted_by, content, private_digest, hash, extensions
            from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[],
                        $7::smallint[], $8::text[], $9::timestamptz[], $10::bytea[], $11::text[],
                        $12::bytea[], $13::bytea[], $14::bytea[], $15::text[])
                l(territory, position, recorded_at, source, id, type, schema_version, subject, time, data, posted_by,
                  content, private_digest, hash, extensions)""";

    static final String INSERT_PRIVATE = """
            insert into private_data (territory, position, salt, data)
            select * from unnest($1::text[], $2::bigint[], $3::bytea[], $4::text[])""";

    /**
     * Advances heads. Every head exists and is locked; written as an insert with a conflict clause, the statement never
     * finds a head by a scan.
     */
    static final String ADVANCE_HEADS = """
            insert into head (territory, position, recorded_at)
            select * from unnest($1::text[], $2::bigint[], $3::timestamptz[])
            on conflict (territory) do update set position = excluded.position, recorded_at = excluded.recorded_at""";

    private static final String COLUMNS = """
            select territory, position, recorded_at, source, id, type, schema_version, subject, time, data, posted_by,
                   content, private_digest, hash, extensions
            from log\s""";

    static final String READ = COLUMNS + "where territory = $1 and position > $2 order by position limit $3";

    static final String READ_FOR_ARCHIVE = """
            select l.territory, l.position, l.recorded_at, l.source, l.id, l.type, l.schema_version, l.subject, l.time,
                   l.data, l.posted_by, l.content, l.private_digest, l.hash, l.extensions,
                (select p.salt from private_data p where (p.territory, p.position) = (l.territory, l.position)) salt,
                (select p.data from private_data p where (p.territory, p.position) = (l.territory, l.position)) personal
            from log l where l.territory = $1 and l.position > $2 order by l.position limit $3""";

    static final String FIND = COLUMNS + "where territory = $1 and source = $2 and id = $3";

    static final String FIND_BY_SUBJECT = COLUMNS + "where subject = $1 and position <= $2 order by position";

    static final String FIND_BY_SOURCE = """
            select l.territory, l.position, l.recorded_at, l.source, l.id, l.type, l.schema_version, l.subject, l.time,
                   l.data, l.posted_by, l.content, l.private_digest, l.hash, l.extensions
            from unnest($2::text[]) with ordinality asked(subject, number)
            cross join lateral
                (select * from log l where l.subject = asked.subject and l.source = $1 order by position offset 0) l
            order by asked.number, l.position""";

    /** Reads the head position. A head at 0 remains after a group that created a head but stored nothing in its log. */
    static final String HEAD_POSITION = "select position from head where territory = $1 and position > 0";

    /**
     * Finds a position by binary search: recorded_at never decreases along positions, so it needs no index of its own.
     * Order and limit make each step one lookup in the primary key; as a join, each step would read the whole log.
     */
    static final String POSITION_AT = """
            with recursive halved(low, high) as (
                select 0::bigint, position from head where territory = $1
                union all
                select case when l.recorded_at <= $2 then middle else low end,
                       case when l.recorded_at <= $2 then high else middle - 1 end
                from halved
                cross join lateral (select (low + high + 1) / 2) m(middle)
                cross join lateral
                    (select recorded_at from log
                     where territory = $1 and position >= middle order by position limit 1) l
                where low < high)
            select coalesce(max(low), 0) as position from halved where low = high""";

    private LogSql() {}
}
