-- Actors as they were registered, and between which positions of the log (design, section 4).
create table actor_version (
    territory   text collate "C" not null,
    actor       text collate "C" not null,
    known_from  bigint           not null,
    known_to    bigint,
    recorded_at timestamptz      not null,
    document    text             not null, -- JSON: what was registered, and the names that were merged into it
    primary key (territory, actor, known_from)
);
