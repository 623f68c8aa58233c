-- Who is posted what happens.
create table subscription (
    id          text primary key,
    owner       text        not null, -- the source of the key that made it
    url         text        not null,
    topic       text        not null, -- log, observations
    territories text[]      not null, -- empty: every one, also those to come
    types       text[]      not null, -- event types, whole or as a beginning with *; empty: all
    indicators  text[]      not null, -- empty: all
    description text,
    state       text        not null, -- active, paused, suspended, ended
    reason      text,
    is_slow     boolean     not null default true, -- its latest attempt failed or took long; or there was none
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
create index subscription_owner on subscription (owner, created_at);

-- What signs its messages. To sign, the secret itself is needed, and not a hash of it.
create table signing_secret (
    id           text primary key,
    subscription text        not null references subscription on delete cascade,
    secret       text        not null,
    public_key   text,
    created_at   timestamptz not null,
    expires_at   timestamptz
);
create index signing_secret_subscription on signing_secret (subscription);
create unique index signing_secret_latest on signing_secret (subscription) where expires_at is null;

-- How far a subscription has been put into messages, log by log.
create table webhook_place (
    subscription text   not null references subscription on delete cascade,
    territory    text   collate "C" not null,
    position     bigint not null,
    moved_at     timestamptz not null default now(), -- who was told least recently comes first
    primary key (subscription, territory)
) with (fillfactor = 50);

create index webhook_place_territory on webhook_place (territory);

-- The messages. Of each log one alone waits at a time, whoever makes them: that keeps their order.
create table webhook_delivery (
    id           text primary key,
    number       bigint generated always as identity unique,
    subscription text        not null references subscription on delete cascade,
    territory    text        collate "C" not null,
    after        bigint      not null,
    position     bigint      not null,
    body         text        not null, -- as it is posted and signed, at every attempt
    state        text        not null, -- waiting, delivered, failed, cancelled
    is_replay    boolean     not null default false,
    attempts     integer     not null default 0, -- since it began to wait
    claim        bigint      not null default 0, -- grows with every attempt: an older one has nothing more to say
    due_at       timestamptz not null default now(),
    created_at   timestamptz not null default now(),
    ended_at     timestamptz
);
create unique index webhook_delivery_order on webhook_delivery (subscription, territory)
    where state = 'waiting' and not is_replay;
create index webhook_delivery_due on webhook_delivery (due_at) where state = 'waiting';
create index webhook_delivery_list on webhook_delivery (subscription, number);
create index webhook_delivery_ended on webhook_delivery (ended_at) where state <> 'waiting';

create table webhook_attempt (
    delivery text        not null references webhook_delivery on delete cascade,
    at       timestamptz not null,
    status   integer,
    problem  text,
    took_ms  integer     not null,
    primary key (delivery, at)
);
