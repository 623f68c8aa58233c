package org.bitacora.api.webhook;

/** The statements of who delivers messages. */
final class CourierSql {

    /**
     * Takes messages that are due, a few of each subscription, and puts them off for as long as an attempt may take: if this
     * node dies, another one takes them then. Those that failed before are asked for apart, so that they never take all the
     * room.
     */
    static final String CLAIM = """
            with counted as (select * from unnest($1::text[], $2::int[]) counted(subscription, number)),
            ranked as (
                select d.id, d.due_at, coalesce(c.number, 0)
                    + row_number() over (partition by d.subscription order by d.due_at, d.number) as place
                from webhook_delivery d
                join subscription s on s.id = d.subscription and s.state = 'active'
                left join counted c on c.subscription = d.subscription
                where d.state = 'waiting' and d.due_at <= now() and (d.attempts > 0) = $3),
            claimed as (
                select d.id from webhook_delivery d
                where d.id in (select id from ranked where place <= $4 order by due_at limit $5)
                    and d.state = 'waiting' and d.due_at <= now()
                for update skip locked)
            update webhook_delivery d set attempts = d.attempts + 1, due_at = now() + $6::bigint * interval '1 millisecond'
            from claimed c, subscription s
            where d.id = c.id and s.id = d.subscription
            returning d.id, d.subscription, d.body, d.attempts, d.is_replay, s.url,
                array(select k.secret from signing_secret k where k.subscription = s.id
                        and (k.expires_at is null or k.expires_at > now()) order by k.created_at desc) secrets""";

    private static final String NOTED = """
            with noted as (
                insert into webhook_attempt (delivery, at, status, problem, took_ms)
                select id, now(), nullif($3, 0), nullif($4, ''), $5 from webhook_delivery where id = $1)
            """;

    static final String DELIVERED = NOTED + """
            update webhook_delivery set state = 'delivered', ended_at = now()
            where id = $1 and state = 'waiting' and $2::int > 0""";

    /** Unless another node has taken it up meanwhile. */
    static final String PUT_OFF = NOTED + """
            update webhook_delivery set due_at = now() + $6::bigint * interval '1 millisecond'
            where id = $1 and state = 'waiting' and attempts = $2""";

    /** A message that was asked for again is given up; any other waits until its subscription is active again. */
    static final String GIVE_UP = NOTED + """
            , given_up as (
                update webhook_delivery set state = 'failed', ended_at = now()
                where id = $1 and state = 'waiting' and attempts = $2 and is_replay and $6 = 'suspended')
            update subscription s set state = $6, reason = $7, updated_at = now()
            from webhook_delivery d
            where d.id = $1 and d.state = 'waiting' and d.attempts = $2 and s.id = d.subscription and s.state = 'active'
                and ($6 = 'ended' or not d.is_replay)""";

    static final String FORGET =
            "delete from webhook_delivery where state <> 'waiting' and ended_at < now() - $1::bigint * interval '1 second'";

    private CourierSql() {}
}
