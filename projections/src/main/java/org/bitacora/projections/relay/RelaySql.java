package org.bitacora.projections.relay;

/** The SQL statements of a relay. */
final class RelaySql {

    /**
     * A pass does not wait for the disk: if a crash undoes a checkpoint, the entries are delivered again. The timeout releases
     * the locks of a node that hangs.
     */
    static final String BEGIN = """
            begin;
            set local synchronous_commit = off;
            set local idle_in_transaction_session_timeout = '30s'""";

    /** Adds checkpoints for logs that have been created since the last run. */
    static final String ADD_NEW_LOGS = """
            insert into relay (channel, territory, position)
            select $1, h.territory, 0 from head h
            where not exists (select from relay r where r.channel = $1 and r.territory = h.territory)
            on conflict do nothing""";

    /** Claims territories in the order of their oldest pending entry; skips territories that another node has locked. */
    static final String CLAIM = """
            select r.territory, r.position, h.position as head
            from relay r join head h on h.territory = r.territory
            join log l on l.territory = r.territory and l.position = r.position + 1
            where r.channel = $1 and h.position > r.position
            order by l.recorded_at limit $2 for update of r skip locked""";

    /** Claims one territory whose projector checkpoint is ahead of the channel. */
    static final String CLAIM_PROJECTED = """
            select r.territory, r.position, c.position as projected
            from relay r join checkpoint c on c.territory = r.territory
            join log l on l.territory = r.territory and l.position = r.position + 1
            where r.channel = $1 and c.position > r.position and r.territory <> all($2::text[])
            order by l.recorded_at limit 1 for update of r skip locked""";

    /** Reads ranges in order up to a number of bytes, but at least one entry, whatever its length. */
    static final String READ = """
            select territory, position, recorded_at, source, id, type, subject, time, convert_to(data, 'UTF8') data,
                   extensions, posted_by
            from (
                select l.*, number, sum(letters) over (order by number, l.position) - letters before
                from unnest($1::text[], $2::bigint[], $3::bigint[]) with ordinality
                    span(territory, after, up_to, number)
                cross join lateral (
                    select territory, position, recorded_at, source, id, type, subject, time, data, extensions,
                           posted_by, octet_length(data) letters
                    from log where log.territory = span.territory
                        and log.position > span.after and log.position <= span.up_to
                    order by position offset 0) l) l
            where before < $4
            order by number, position""";

    static final String ADVANCE_CHECKPOINTS = """
            update relay set position = moved.position
            from unnest($2::text[], $3::bigint[]) moved(territory, position)
            where channel = $1 and relay.territory = moved.territory""";

    static final String LAG = """
            select coalesce(sum(h.position - r.position), 0)::bigint as entries
            from relay r join head h on h.territory = r.territory where r.channel = $1""";

    private RelaySql() {}
}
