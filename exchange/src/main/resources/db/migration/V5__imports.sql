-- What became of the files that were imported: receipts, not facts. The facts are in the log.
create table import_run (
    id         text primary key,
    territory  text        not null,
    source     text        not null, -- the source that its events name
    posted_by  text        not null, -- the source of the key that sent it
    file       text        not null,
    mode       text        not null,
    dry_run    boolean     not null,
    status     text        not null,
    detail     text,                 -- why it ended before its end
    total      integer     not null,
    done       integer     not null,
    added      integer     not null,
    corrected  integer     not null,
    unchanged  integer     not null,
    rejected   integer     not null,
    skipped    integer     not null,
    position   bigint,               -- the last that it appended
    errors     text        not null, -- the first of them, as JSON
    started_at timestamptz not null,
    touched_at timestamptz not null,
    ended_at   timestamptz
);

create index import_run_by_territory on import_run (territory, started_at);

-- What became of its rows, some hundreds at a time, as JSON.
create table import_outcomes (
    import_id text    not null references import_run on delete cascade,
    number    integer not null,
    outcomes  text    not null,
    primary key (import_id, number)
);
