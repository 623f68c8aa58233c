-- The log: one for each territory. See design, section 2.

-- The end of each log. An append locks its row until it commits: that makes positions gapless and in commit order.
create table head (
    territory   text collate "C" primary key,
    position    bigint      not null,
    recorded_at timestamptz not null
) with (fillfactor = 50); -- room for updates in place: this row changes with every append

create table log (
    territory      text collate "C" not null,
    position       bigint           not null,
    recorded_at    timestamptz      not null,
    source         text collate "C" not null,
    id             text collate "C" not null,
    type           text collate "C" not null,
    schema_version smallint         not null,
    subject        text collate "C" not null,
    time           timestamptz,
    data           text             not null, -- as received: jsonb reorders, and cannot hold every string
    posted_by      text             not null,
    content        bytea            not null, -- SHA-256 of what identifies the content, in canonical form
    private_digest bytea,                     -- salted SHA-256 of the private part
    hash           bytea            not null, -- SHA-256 of the whole entry, in canonical form
    primary key (territory, position),
    unique (territory, source, id)
);

-- all that was said of one thing, and who said it first
create index log_by_subject on log (subject, position);

-- What may name a person: apart from the log, so that it can be erased.
create table private_data (
    territory text collate "C" not null,
    position  bigint           not null,
    salt      bytea            not null,
    data      text             not null,
    primary key (territory, position),
    foreign key (territory, position) references log
);

create function refuse_to_rewrite() returns trigger language plpgsql as $$
begin
    raise exception 'The log is never rewritten: a mistake is mended by another event.';
end $$;

create trigger log_is_immutable before update or delete or truncate on log
    for each statement execute function refuse_to_rewrite();
