package org.bitacora.projections.relay;

/** The statements of a relay. */
final class RelaySql {

    /** A pass need not wait for the disk: what a crash takes back is handed on again. A node that hangs lets go. */
    static final String BEGIN = """
            begin;
            set local synchronous_commit = off;
            set local idle_in_transaction_session_timeout = '30s'""";

    /** Logs that were founded since. */
    static final String FOUND = """
            insert into relay (channel, territory, position)
            select $1, h.territory, 0 from head h
            where not exists (select from relay r where r.channel = $1 and r.territory = h.territory)
            on conflict do nothing""";

    /** Those that have waited longest come first; what another node has in hand is skipped. */
    static final String CLAIM = """
            select r.territory, r.position
            from relay r join head h on h.territory = r.territory
            where r.channel = $1 and h.position > r.position
            order by h.recorded_at limit $2 for update of r skip locked""";

    /** At most $3 of each log, and $4 letters in all: but one at least, however long it is. */
    static final String UNREAD = """
            select * from (
                select l.*, sum(octet_length(l.data)) over (order by l.territory, l.position) - octet_length(l.data) before
                from unnest($1::text[], $2::bigint[]) r(territory, position)
                cross join lateral (
                    select territory, position, recorded_at, source, id, type, schema_version, subject, time, data,
                           posted_by, content, private_digest
                    from log where log.territory = r.territory and log.position > r.position
                    order by position limit $3) l) l
            where before < $4
            order by territory, position""";

    static final String MOVE = """
            update relay set position = moved.position
            from unnest($2::text[], $3::bigint[]) moved(territory, position)
            where channel = $1 and relay.territory = moved.territory""";

    static final String LAG = """
            select coalesce(sum(h.position - r.position), 0)::bigint
            from relay r join head h on h.territory = r.territory where r.channel = $1""";

    private RelaySql() {}
}
