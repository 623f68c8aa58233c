-- Strategies as they were stated, and between which positions of the log they stood so (design, section 4).
create table strategy_version (
    territory   text collate "C" not null,
    strategy    text collate "C" not null,
    known_from  bigint           not null,
    known_to    bigint,
    recorded_at timestamptz      not null,
    document    text             not null, -- JSON: the charter and all parts
    primary key (territory, strategy, known_from)
);
