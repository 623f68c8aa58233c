-- What the measures of the indicator engine need to know. See design, sections 4 and 5.

alter table activity_version
    drop column counterparts,
    add column end_from     date,                                -- the first day of its stated end
    add column aligned      boolean not null default false,      -- serves an objective
    add column sectors      text[]  not null default '{}',       -- of its actors
    add column places       text[]  not null default '{}',       -- a country; a city of it as country/city
    add column counterparts jsonb   not null default '[]',       -- [name, type, country] each, empty where unstated
    add column actor_parts  jsonb   not null default '[]',       -- [actor, sector] each
    add column amounts      jsonb   not null default '[]',       -- [value, currency, purpose] each
    add column levels       jsonb   not null default '{}';       -- the latest judgement by each rubric

-- What was reported for a period of a series, and between which positions it held.
create table series_version (
    territory   text collate "C" not null,
    series      text collate "C" not null,
    first       date             not null, -- the days of the period
    last        date             not null,
    known_from  bigint           not null,
    known_to    bigint,
    recorded_at timestamptz      not null,
    source      text collate "C" not null, -- of the event that reported it
    id          text collate "C" not null,
    period      text             not null, -- as it was written
    value       numeric,                   -- null where it was taken back
    unit        text             not null,
    provisional boolean          not null,
    revision    bigint           not null,
    primary key (territory, series, first, last, known_from)
);

-- at most one report for a period holds
create unique index series_now on series_version (territory, series, first, last) where known_to is null;

-- The definitions of a territory's own: immutable, numbered in the order of the log.
create table definition_version (
    territory   text collate "C" not null,
    code        text collate "C" not null,
    version     int              not null,
    known_from  bigint           not null,
    recorded_at timestamptz      not null,
    definition  text             not null, -- as JSON
    primary key (territory, code, version)
);

-- Which territories belong to another, and between which positions of its log that was known.
create table membership_version (
    territory  text collate "C" not null, -- to which they belong
    member     text collate "C" not null,
    known_from bigint           not null,
    known_to   bigint,
    since      date             not null, -- the first and the last day on which it belongs
    until      date             not null,
    primary key (territory, member, known_from)
);

-- The shape that the rows of the read models have. Those of an older one are built anew at the next start.
alter table generation add column shape int not null default 1;
update generation set shape = 2 where not exists (select from head);
