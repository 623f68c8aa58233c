-- The read models that follow from the log. See design, section 4.

-- How far each log has been followed; moved in the transaction that writes what follows from it.
create table checkpoint (
    territory text collate "C" primary key,
    position  bigint not null
) with (fillfactor = 50);

-- The log knows nothing of who follows it: a new head brings its checkpoint along.
create function follow_new_log() returns trigger language plpgsql as $$
begin
    insert into checkpoint (territory, position) values (new.territory, 0) on conflict do nothing;
    return null;
end $$;

create trigger head_is_followed after insert on head for each row execute function follow_new_log();

insert into checkpoint (territory, position) select territory, 0 from head on conflict do nothing;

-- Subjects whose events could not be projected: the rest of the territory goes on without them.
create table parked (
    territory text collate "C" not null,
    subject   text collate "C" not null,
    position  bigint           not null, -- of the first event that could not be projected
    reason    text             not null,
    parked_at timestamptz      not null,
    primary key (territory, subject)
);

create table territory (
    code     text collate "C" primary key,
    name     text   not null,
    kind     text   not null,
    country  text,
    timezone text   not null,
    parent   text collate "C",
    position bigint not null -- of the registration that it follows from
);

-- One row for every position that changes the state of an activity.
create table activity_version (
    territory         text collate "C" not null,
    activity          text collate "C" not null,
    known_from        bigint           not null, -- the position at which it became the latest knowledge
    known_to          bigint,                    -- the position at which it ceased to be; open where it has not
    recorded_at       timestamptz      not null, -- of the entry at known_from
    source            text collate "C" not null, -- who first stated it
    kind              text collate "C",
    status            text collate "C" not null,
    title             text             not null,
    start_text        text,                      -- partial dates as they were written
    end_text          text,
    planned_from      date, -- for each transition the first and the last day that it can have taken effect;
    planned_to        date, -- null where it has not
    formalised_from   date,
    formalised_to     date,
    ended_from        date,
    ended_to          date,
    end_to            date, -- the last day of its stated end
    role              text collate "C",
    motivation        text collate "C",
    dimension         text collate "C",
    scale             text collate "C",
    funding           text collate "C",
    joint             text collate "C",
    categories        text[]           not null,
    countries         text[]           not null,
    counterparts      text[]           not null,
    counterpart_types text[]           not null,
    themes            text[]           not null,
    objectives        text[]           not null,
    actors            text[]           not null,
    sdgs              text[]           not null,
    inconsistencies   text[]           not null,
    quantities        jsonb            not null,
    data              text             not null, -- what was said, merged, as canonical JSON
    primary key (territory, activity, known_from)
);

-- at most one version of an activity is open
create unique index activity_now on activity_version (territory, activity) where known_to is null;

-- figures: what was formalised in a period
create index activity_formalised on activity_version (territory, formalised_from);

-- Grows when read models are rebuilt or repaired: answers of one generation are not those of another.
create table generation (
    number bigint not null
);
insert into generation (number) values (1);
