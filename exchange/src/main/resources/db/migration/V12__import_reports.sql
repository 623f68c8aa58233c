-- What the sender of a file should look at: columns that no mapping reads, and errors by kind, as JSON.
alter table import_run
    add column unread_columns text not null default '[]',
    add column error_groups   text not null default '[]';

-- The events of each import, so that it can be undone. Kept as long as the log, unlike the import's other records.
create table import_event (
    import_id text   not null,
    territory text   not null,
    posted_by text   not null, -- the source of the key that sent the file
    position  bigint not null,
    primary key (import_id, position)
);
