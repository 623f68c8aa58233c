package org.bitacora.channels.webhook;

/** The statements of the message producers. */
final class MessageProducerSql {

    static final String HAS_SUBSCRIBERS =
            "select exists (select from subscription where topic = $1) as has_subscribers";

    /** Adds cursors for new territories to subscriptions to all territories. */
    static final String ADD_NEW_TERRITORIES = """
            insert into webhook_place (subscription, territory, position)
            select s.id, h.territory, 0 from subscription s cross join head h
            where s.topic = $1 and cardinality(s.territories) = 0
                and not exists (select from webhook_place p where p.subscription = s.id and p.territory = h.territory)
            on conflict do nothing""";

    /** Cursors behind the projection that have no waiting message about the same territory. */
    private static final String BEHIND = """
            select p.subscription, p.territory, p.position, c.position as followed, s.types, s.indicators
            from webhook_place p
            join subscription s on s.id = p.subscription and s.state = 'active' and s.topic = $1
            join checkpoint c on c.territory = p.territory
            where c.position > p.position and not exists (
                select from webhook_delivery d
                where d.subscription = p.subscription and d.territory = p.territory
                    and d.state = 'waiting' and not d.is_replay)""";

    /**
     * Locks some cursors of the given territories, or of all if the parameter is null. Cursors that moved least
     * recently come first.
     */
    static final String LOCK_CURSORS = BEHIND + """

                and ($3::text[] is null or p.territory = any($3))
            order by p.moved_at limit $2 for update of p skip locked""";

    /** Reads the cursors again after they are locked, because another node may have moved them before. */
    static final String RECHECK_CURSORS = BEHIND + """

                and (p.subscription, p.territory) in (select * from unnest($2::text[], $3::text[]))""";

    /** Locks one cursor whose territory is not suspended. */
    static final String LOCK_ONE_CURSOR = BEHIND + """

                and p.territory <> all($2::text[])
            order by p.moved_at limit 1 for update of p skip locked""";

    /** Locks all cursors at the same position of a territory, so that their changes are computed once. */
    static final String LOCK_CURSORS_AT_POSITION = BEHIND + """

                and p.territory = $2 and p.position = $3 for update of p skip locked""";

    static final String READ_ENTRIES = """
            select position, recorded_at, type, subject from log
            where territory = $1 and position > $2 and position <= $3
                and (cardinality($4::text[]) = 0 or type like any($4))
            order by position limit $5""";

    static final String RECORDED_AT = "select recorded_at from log where territory = $1 and position = $2";

    static final String INSERT_MESSAGE = """
            insert into webhook_delivery (id, subscription, territory, after, position, body, state)
            values ($1, $2, $3, $4, $5, $6, 'waiting')""";

    static final String MOVE_CURSOR =
            "update webhook_place set position = $3, moved_at = now() where subscription = $1 and territory = $2";

    private MessageProducerSql() {}
}
