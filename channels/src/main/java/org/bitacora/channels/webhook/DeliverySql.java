package org.bitacora.channels.webhook;

/** The statements of the delivery worker. */
final class DeliverySql {

    /**
     * Claims due messages, a limited number per subscription and per owner. The due time of a claimed message is
     * postponed by the maximum duration of an attempt, so that another node can claim the message if this node dies.
     * Messages of slow subscriptions are claimed separately, so that they never use all capacity.
     */
    static final String CLAIM = """
            with counted as (select * from unnest($1::text[], $2::int[]) counted(name, number)),
            due as (
                select d.id, d.due_at, s.owner, coalesce(c.number, 0)
                    + row_number() over (partition by d.subscription order by d.due_at, d.number) as of_subscription
                from webhook_delivery d
                join subscription s on s.id = d.subscription and s.state = 'active' and s.is_slow = $3
                left join counted c on c.name = d.subscription
                where d.state = 'waiting' and d.due_at <= now()),
            ranked as (
                select d.id, d.due_at, coalesce(c.number, 0)
                    + row_number() over (partition by d.owner order by d.due_at) as of_owner
                from due d left join counted c on c.name = 'of ' || d.owner
                where d.of_subscription <= $4),
            claimed as (
                select d.id from webhook_delivery d
                where d.id in (select id from ranked where of_owner <= $5 order by due_at limit $6)
                    and d.state = 'waiting' and d.due_at <= now()
                for update skip locked)
            update webhook_delivery d set attempts = d.attempts + 1, claim = d.claim + 1,
                due_at = now() + $7::bigint * interval '1 millisecond'
            from claimed c, subscription s
            where d.id = c.id and s.id = d.subscription
            returning d.id, d.subscription, d.territory, d.body, d.attempts, d.claim, s.url, s.owner,
                array(select k.secret from signing_secret k where k.subscription = s.id
                        and (k.expires_at is null or k.expires_at > now()) order by k.created_at desc) secrets""";

    /** Records the result of an attempt. The result changes the delivery only if no later attempt has started. */
    private static final String RECORD_ATTEMPT = """
            with mine as (
                select d.id, d.subscription, d.is_replay from webhook_delivery d
                where d.id = $1 and d.claim = $2 and d.state = 'waiting'),
            noted as (
                insert into webhook_attempt (delivery, at, status, problem, took_ms)
                select id, now(), nullif($3, 0), nullif($4, ''), $5 from webhook_delivery where id = $1),
            seen as (
                update subscription s set is_slow = $6 from mine where s.id = mine.subscription and s.is_slow <> $6)
            """;

    static final String MARK_DELIVERED = RECORD_ATTEMPT + """
            update webhook_delivery d set state = 'delivered', ended_at = now() from mine where d.id = mine.id""";

    static final String RESCHEDULE = RECORD_ATTEMPT + """
            update webhook_delivery d set due_at = now() + $7::bigint * interval '1 millisecond'
            from mine where d.id = mine.id""";

    /**
     * Records that the last attempt of a message failed. The subscription is suspended, and the message waits until the
     * subscription is active again. A replay is marked as failed instead and does not suspend the subscription.
     */
    static final String SUSPEND = RECORD_ATTEMPT + """
            , given_up as (
                update webhook_delivery d set state = 'failed', ended_at = now()
                from mine where d.id = mine.id and mine.is_replay)
            update subscription s set state = 'suspended', reason = $7, updated_at = now()
            from mine where s.id = mine.subscription and s.state = 'active' and not mine.is_replay""";

    static final String END = RECORD_ATTEMPT + """
            update subscription s set state = 'ended', reason = $7, updated_at = now()
            from mine where s.id = mine.subscription and s.state = 'active'""";

    /**
     * Suspends subscriptions whose owner has no valid key. The initial admin key is not stored, so its owner is exempt.
     */
    static final String SUSPEND_WITHOUT_KEY = """
            update subscription s set state = 'suspended', reason = 'Its key was revoked.', updated_at = now()
            where s.state = 'active' and s.owner <> 'admin'
                and not exists (select from access_key k where k.source = s.owner and k.revoked_at is null)""";

    static final String DELETE_EXPIRED = """
            delete from webhook_delivery where id in (
                select id from webhook_delivery
                where state <> 'waiting' and ended_at < now() - $1::bigint * interval '1 second' limit 1000)""";

    private DeliverySql() {}
}
